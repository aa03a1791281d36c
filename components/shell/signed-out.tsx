import { Link } from "@/components/ui/link";
import { headerItem } from "./header-item";

/** @param mayBeIn where no script can say who reads: the link leads those who are to their space */
export function SignedOut({ mayBeIn = false }: { mayBeIn?: boolean }) {
  return (
    <>
      <Link href="/connexion" className={headerItem}>
        {mayBeIn ? <span className="scripted:hidden">Mon espace /&nbsp;</span> : null}
        Connexion
      </Link>
      <Link
        href="/inscription"
        // Together they would be two lines of a telephone; «Connexion» leads there as well.
        className={`${headerItem} text-accent ${mayBeIn ? "unscripted:max-sm:hidden" : ""}`}
      >
        S’inscrire
      </Link>
    </>
  );
}
