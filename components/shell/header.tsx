import { Link } from "@/components/ui/link";
import type { AccountNavDto } from "@/lib/people/account/queries";
import { env } from "@/lib/platform/environment/env";
import { headerItem } from "./header-item";
import { Links, OwnLinks } from "./own-links";

/** @param account of the one who reads; undefined on a page that is the same for every visitor */
export function Header({ account }: { account: AccountNavDto | null | undefined }) {
  return (
    <header className="border-b border-line bg-surface">
      <div
        className={
          "mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-3 " +
          "gap-y-1 px-4 py-1.5 sm:px-6 sm:py-3"
        }
      >
        <Link href="/" className="flex items-center gap-3 rounded py-1">
          <Logo />
          <span className="leading-tight font-bold max-sm:sr-only">
            Service sanitaire
            <span className="block text-sm font-normal text-muted">{env.agency.shortName}</span>
          </span>
        </Link>
        <nav
          aria-label="Navigation principale"
          className="-mx-2 flex flex-wrap items-center sm:-mx-3"
        >
          <Link href="/offres" className={headerItem}>
            Offres
          </Link>
          <Link href="/aide" className={headerItem}>
            Aide
          </Link>
          {account === undefined ? <OwnLinks /> : <Links account={account} />}
        </nav>
      </div>
    </header>
  );
}

function Logo() {
  if (env.agency.logo) {
    // The agency's own file, of any format, is served as it is.
    // oxlint-disable-next-line @next/next/no-img-element
    return <img src={env.agency.logo} alt="" height={44} className="h-11 w-auto" />;
  }
  return (
    <svg viewBox="0 0 44 44" aria-hidden="true" className="size-11 shrink-0 fill-accent">
      <path
        d={
          "M12 0h20a12 12 0 0 1 12 12v20a12 12 0 0 1-12 12H12A12 12 0 0 1 0 32V12" +
          "A12 12 0 0 1 12 0M19 11v8h-8v6h8v8h6v-8h8v-6h-8v-8z"
        }
      />
    </svg>
  );
}
