import { ButtonLink } from "@/components/ui/button";
import { catalogueHref, ranked } from "@/lib/catalogue/search/filter";
import type { ViewPath } from "@/lib/catalogue/search/labels";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { sortingOf } from "@/lib/catalogue/search/queries/order";
import { isSorted } from "@/lib/catalogue/search/queries/search";
import { OfferCards } from "./offer-cards";
import { cardOf } from "./offer-lines";
import { resultsId } from "./results-id";
import { SortLinks } from "./sort-links";

/**
 * A page of results and the way to the next one. @param path of the side of the catalogue that
 * shows them
 */
export function OfferResults({
  found: { search, extent, page, terms },
  path,
}: {
  found: Catalogue;
  path: ViewPath;
}) {
  const endsEarly =
    page.next === null && sortingOf(search) === "pertinence" && !isSorted(search, extent);
  return (
    <>
      <SortLinks search={search} path={path} />
      <OfferCards offers={page.offers.map((offer) => cardOf(offer, terms))} />
      {endsEarly ? (
        <p className="mt-6 max-w-text text-muted">
          Seules les {ranked} offres les plus récentes sont classées par pertinence. Pour voir les
          autres, ajoutez un filtre ou choisissez un autre ordre.
        </p>
      ) : null}
      {page.next || search.filter.apres ? (
        <p className="mt-6 flex flex-wrap gap-3 print:hidden">
          {page.next ? (
            <ButtonLink
              href={`${catalogueHref(search.filter, { apres: page.next }, path)}#${resultsId}`}
              variant="secondary"
            >
              Offres suivantes
            </ButtonLink>
          ) : null}
          {search.filter.apres ? (
            <ButtonLink
              href={`${catalogueHref(search.filter, { apres: "" }, path)}#${resultsId}`}
              variant="secondary"
            >
              Revenir aux premières
            </ButtonLink>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
