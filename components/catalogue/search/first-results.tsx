import { ButtonLink } from "@/components/ui/button";
import { catalogueHref } from "@/lib/catalogue/search/filter";
import { viewPaths } from "@/lib/catalogue/search/labels";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { countedOffers } from "./count";
import { OfferCards } from "./offer-cards";
import { cardOf } from "./offer-lines";

/** Offers that stand beside a map, or below a calendar: the list has all of them. */
export const firstResults = { beside: 6, below: 4 };

/** The first offers of a search, and the way to its list. */
export function FirstResults({
  found: { search, page, counts, terms },
  id,
  className = "",
}: {
  found: Catalogue;
  /** Where a link over what stands before it leads. */
  id?: string;
  className?: string;
}) {
  return (
    <div id={id} tabIndex={id ? -1 : undefined} className={`min-w-0 ${className}`}>
      <OfferCards offers={page.offers.map((offer) => cardOf(offer, terms))} />
      <ButtonLink
        href={catalogueHref(search.filter, { apres: "" }, viewPaths.list)}
        variant="secondary"
        className="mt-4 print:hidden"
      >
        Voir {countedOffers(counts.total)} en liste
      </ButtonLink>
    </div>
  );
}
