import { Link } from "@/components/ui/link";
import { signOutFormAction } from "@/lib/people/account/actions";
import type { AccountNavDto } from "@/lib/people/account/queries";
import { env } from "@/lib/platform/environment/env";
import { SignOutButton } from "./sign-out-button";
import { TypingGuard } from "./typing-guard";

// A telephone holds them on one line.
const item =
  "inline-flex min-h-11 items-center rounded px-2 text-sm font-semibold " +
  "hover:bg-accent-soft sm:px-3 sm:text-base";

export function Header({ account }: { account: AccountNavDto | null }) {
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
          <span className="leading-tight max-sm:sr-only">
            <span className="block font-bold">Service sanitaire</span>
            <span className="block text-sm text-muted">{env.agency.shortName}</span>
          </span>
        </Link>
        <nav
          aria-label="Navigation principale"
          className="-mx-2 flex flex-wrap items-center sm:-mx-3"
        >
          <Link href="/offres" className={item}>
            Offres
          </Link>
          <Link href="/aide" className={item}>
            Aide
          </Link>
          {account ? <SignedIn account={account} /> : <SignedOut />}
        </nav>
      </div>
    </header>
  );
}

function Logo() {
  if (env.agency.logo) {
    // The agency's own file, of any format, is served as it is.
    // eslint-disable-next-line @next/next/no-img-element
    return <img src={env.agency.logo} alt="" height={44} className="h-11 w-auto" />;
  }
  return (
    <svg viewBox="0 0 44 44" aria-hidden="true" className="size-11 shrink-0">
      <rect width="44" height="44" rx="12" className="fill-accent" />
      <path d="M19 11h6v8h8v6h-8v8h-6v-8h-8v-6h8z" className="fill-surface" />
    </svg>
  );
}

function SignedOut() {
  return (
    <>
      <Link href="/connexion" className={item}>
        Connexion
      </Link>
      <Link href="/inscription" className={`${item} text-accent`}>
        S’inscrire
      </Link>
    </>
  );
}

function SignedIn({ account }: { account: AccountNavDto }) {
  return (
    <>
      <TypingGuard owner={account.id} />
      <Link href={account.space === "moderator" ? "/admin" : "/espace"} className={item}>
        {account.space === "moderator" ? "Modération" : "Mon espace"}
      </Link>
      <SignOutButton action={signOutFormAction} className={`${item} cursor-pointer`} />
    </>
  );
}
