import { Link } from "@/components/ui/link";
import { type CatalogueFilter, catalogueHref } from "@/lib/catalogue/search/filter";

const linkClass = "inline-flex min-h-11 items-center text-accent underline underline-offset-4";

/** What else can be done with a search. */
export function SearchTools({ filter }: { filter: CatalogueFilter }) {
  const search = { apres: "", tri: "" } as const;
  return (
    <ul className="mt-8 flex flex-wrap gap-x-6 border-t border-line pt-3 print:hidden">
      <li>
        <Link
          href={catalogueHref(filter, search, "/offres/alerte")}
          rel="nofollow"
          className={linkClass}
        >
          Recevoir les nouvelles offres par mail
        </Link>
      </li>
      <li>
        <a
          href={catalogueHref(filter, search, "/offres/flux.atom")}
          rel="nofollow"
          className={linkClass}
        >
          Flux Atom
        </a>
      </li>
      <li>
        <a
          href={catalogueHref(filter, search, "/api/v1/offres")}
          rel="nofollow"
          className={linkClass}
        >
          Ces offres en JSON
        </a>
      </li>
    </ul>
  );
}
