import { Link } from "@/components/ui/link";
import { catalogueHref, sortings } from "@/lib/catalogue/search/filter";
import { sortingLabels, type ViewPath } from "@/lib/catalogue/search/labels";
import type { ResolvedSearch } from "@/lib/catalogue/search/queries/conditions";
import { sortingOf } from "@/lib/catalogue/search/queries/order";

/** The orders that make sense for a search: relevance needs words, distance a commune. */
export function SortLinks({ search, path }: { search: ResolvedSearch; path: ViewPath }) {
  const current = sortingOf(search);
  const offered = sortings.filter(
    (sorting) =>
      (sorting !== "pertinence" || search.tsQuery !== "") &&
      (sorting !== "proches" || search.place !== null),
  );
  return (
    <nav aria-label="Ordre des offres" className="mb-1 flex flex-wrap gap-x-4 print:hidden">
      {offered.map((sorting) => (
        <Link
          key={sorting}
          href={catalogueHref(search.filter, { tri: sorting, apres: "" }, path)}
          aria-current={sorting === current ? "true" : undefined}
          className={
            "inline-flex min-h-11 items-center text-accent underline underline-offset-4 " +
            "max-sm:text-sm aria-[current=true]:font-bold aria-[current=true]:text-ink " +
            "aria-[current=true]:no-underline"
          }
        >
          {sortingLabels[sorting]}
        </Link>
      ))}
    </nav>
  );
}
