import { ShareLinks } from "@/components/offer/view/share-links";
import { Link } from "@/components/ui/link";
import { catalogueHref } from "@/lib/catalogue/search/filter";
import type { ViewPath } from "@/lib/catalogue/search/labels";
import { asMeant } from "@/lib/catalogue/search/loosening-words";
import { askedAgain, type Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { env } from "@/lib/platform/environment/env";

const linkClass = "inline-flex min-h-11 items-center text-accent underline underline-offset-4";

/**
 * Files and feeds: what the router must not fetch as a page. A list is what the page shows; one of
 * nothing is not offered.
 */
const files = [
  { path: "/api/v1/offres.xlsx", words: "Télécharger pour Excel", isList: true },
  { path: "/api/v1/offres.csv", words: "Télécharger en CSV", isList: true },
  { path: "/offres/flux.atom", words: "Flux Atom", isList: false },
  { path: "/api/v1/offres", words: "Ces offres en JSON", isList: false },
] as const;

/** What else can be done with a search. @param path of the side of the catalogue that is shown */
export function SearchTools({ found, path }: { found: Catalogue; path: ViewPath }) {
  const { isEmpty } = found;
  const { filter } = found.search;
  // What a list is asked by, so that it says how its offers were found.
  const list = askedAgain(found);
  const search = { apres: "", tri: "" } as const;
  return (
    <section
      aria-label="Emporter cette recherche"
      className={"mt-6 flex flex-wrap items-center gap-x-5 border-t border-line pt-2 print:hidden "}
    >
      {isEmpty ? null : (
        <Link
          href={catalogueHref(filter, { ...search, q: asMeant(found) }, "/offres/alerte")}
          rel="nofollow"
          className={linkClass}
        >
          Recevoir les nouvelles offres par mail
        </Link>
      )}
      {isEmpty ? null : (
        <Link
          href={catalogueHref(list, { apres: "" }, "/offres/imprimer")}
          rel="nofollow"
          className={linkClass}
        >
          Feuille à imprimer
        </Link>
      )}
      {files
        .filter(({ isList }) => !isList || !isEmpty)
        .map((file) => (
          <a
            key={file.path}
            href={catalogueHref(file.isList ? list : filter, search, file.path)}
            rel="nofollow"
            className={linkClass}
          >
            {file.words}
          </a>
        ))}
      <ShareLinks
        title="Offres de stage du service sanitaire"
        url={`${env.origin}${catalogueHref(filter, { apres: "" }, path)}`}
        className={linkClass}
      />
    </section>
  );
}
