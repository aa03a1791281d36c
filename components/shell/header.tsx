import { Link } from "@/components/ui/link";
import type { AccountNavDto } from "@/lib/people/account/queries";
import { env } from "@/lib/platform/environment/env";
import { headerItem } from "./header-item";
import { Links, OwnLinks } from "./own-links";

/** @param account of the one who reads; undefined on a page that is the same for every visitor */
export function Header({ account }: { account: AccountNavDto | null | undefined }) {
  const { logo, shortName } = env.agency;
  return (
    <header
      className={
        "flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line sm:gap-x-8 " +
        "bg-surface py-1.5 sm:py-3"
      }
    >
      <Link
        href="/"
        className={`flex items-center gap-3 rounded py-1 ${logo ? "" : "portal-mark-before"}`}
      >
        {logo ? (
          // The agency's own file, of any format, is served as it is.
          // oxlint-disable-next-line @next/next/no-img-element
          <img src={logo} alt="" height={44} className="h-11 w-auto" />
        ) : null}
        <span
          className={
            "text-sm leading-tight whitespace-pre-line text-muted first-line:text-base " +
            "first-line:font-bold first-line:text-ink max-sm:sr-only"
          }
        >
          {`Service sanitaire\n${shortName}`}
        </span>
      </Link>
      <nav
        aria-label="Navigation principale"
        className="-mx-1 flex grow flex-wrap items-center min-[22.5rem]:-mx-2 sm:-mx-3"
      >
        <Link href="/offres" className={headerItem}>
          Offres
        </Link>
        {/* What comes with the scripts takes its room from the gap, and moves nothing. */}
        <Link href="/aide" className={`${headerItem} me-auto`}>
          Aide
        </Link>
        {account === undefined ? <OwnLinks /> : <Links account={account} />}
      </nav>
    </header>
  );
}
