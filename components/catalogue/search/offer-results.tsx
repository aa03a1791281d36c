import { ButtonLink } from "@/components/ui/button";
import { catalogueHref, ranked } from "@/lib/catalogue/search/filter";
import type { ViewPath } from "@/lib/catalogue/search/labels";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { sortingOf } from "@/lib/catalogue/search/queries/order";
import { isSorted } from "@/lib/catalogue/search/queries/search";
import { countInWords, rangeInWords } from "./count";
import { OfferCards } from "./offer-cards";
import { cardOf } from "./offer-lines";
import { resultsId } from "./results-id";
import { SortLinks } from "./sort-links";

/**
 * A page of results and the way to those beside it. @param path of the side of the catalogue that
 * shows them
 */
export function OfferResults({
  found: { search, extent, page, previous, counts, terms },
  path,
}: {
  found: Catalogue;
  path: ViewPath;
}) {
  const endsEarly =
    page.next === null && sortingOf(search) === "pertinence" && !isSorted(search, extent);
  // The fragment: the heading has the focus, and is in sight, when the page has changed.
  const to = (apres: string) =>
    `${catalogueHref(search.filter, { apres }, path)}#${resultsId}` as const;
  const { apres } = search.filter;
  return (
    <div className="min-w-0">
      <SortLinks search={search} path={path} />
      <OfferCards offers={page.offers.map((offer) => cardOf(offer, terms))} />
      <p className="mt-2 text-sm text-muted">
        Chaque bande va de septembre à août : un mois est d’autant plus foncé que sa semaine est
        ouverte, barré s’il est passé.
      </p>
      {endsEarly ? (
        <p className="mt-6 max-w-text text-muted">
          Seules les {ranked} offres les plus récentes sont classées par pertinence. Pour voir les
          autres, ajoutez un filtre ou choisissez un autre ordre.
        </p>
      ) : null}
      {page.next || apres ? (
        <nav
          aria-label="Pages"
          className="mt-4 flex flex-wrap items-center justify-center gap-3 print:hidden"
        >
          {previous === null ? null : (
            <ButtonLink href={to(previous)} variant="secondary">
              Offres précédentes
            </ButtonLink>
          )}
          {apres !== "" && previous !== "" ? (
            <ButtonLink href={to("")} variant="quiet">
              Revenir aux premières
            </ButtonLink>
          ) : null}
          <span className="tabular-nums">
            {rangeInWords(page)} sur {countInWords(counts.total)}
          </span>
          {page.next ? (
            <ButtonLink href={to(page.next)} variant="secondary">
              Offres suivantes
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
}
