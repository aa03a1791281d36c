import { Link } from "@/components/ui/link";
import { catalogueHref, hasFilters } from "@/lib/catalogue/search/filter";
import { filterChips } from "@/lib/catalogue/search/filter-words";
import type { ViewPath } from "@/lib/catalogue/search/labels";
import { isPlaceUnknown, type Understood } from "@/lib/catalogue/search/queries/resolve";
import { wordChips } from "@/lib/catalogue/search/word-chips";

/** What narrows the search, each with a link that takes it away. */
export function ActiveFilters({
  found: { search, terms, words },
  path,
}: {
  found: Pick<Understood, "search" | "terms" | "words">;
  path: ViewPath;
}) {
  const { filter } = search;
  if (!hasFilters(filter)) return null;
  // A place that nobody knows narrows to nothing: its field says so.
  const told = isPlaceUnknown({ search }) ? { ...filter, lieu: "" } : filter;
  return (
    <ul aria-label="Filtres en place" className="mb-5 flex flex-wrap items-center gap-2">
      {[...wordChips(filter.q, words, terms), ...filterChips({ ...told, q: "" }, terms)].map(
        ({ key, words, changes }) => (
          <li key={key}>
            <Link
              href={catalogueHref(filter, { ...changes, apres: "" }, path)}
              scroll={false}
              className={
                // The border is drawn where colours are the reader's own.
                "inline-flex min-h-11 items-center gap-2 rounded-3xl border border-transparent " +
                "bg-accent-soft px-3 py-1 font-semibold text-accent-strong hover:bg-accent " +
                "hover:text-surface"
              }
            >
              <span className="sr-only">Retirer : </span>
              <span className="line-clamp-3">{words}</span>
              <span aria-hidden="true">×</span>
            </Link>
          </li>
        ),
      )}
      <li>
        <Link
          href={path}
          scroll={false}
          className={
            "inline-flex min-h-11 items-center px-2 text-accent underline " + "underline-offset-4"
          }
        >
          Tout effacer
        </Link>
      </li>
    </ul>
  );
}
