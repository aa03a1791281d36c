import { ButtonLink } from "@/components/ui/button";
import { catalogueHref } from "@/lib/catalogue/filter";
import type { Catalogue } from "@/lib/catalogue/queries/catalogue";
import { linesOf } from "./offer-lines";
import { OfferCards } from "./offer-cards";
import { SortLinks } from "./sort-links";

/** A page of results and the way to the next one. @param path of the side of the catalogue that shows them */
export function OfferResults({ found: { search, page, terms }, path }: { found: Catalogue; path: string }) {
  return (
    <>
      <SortLinks search={search} path={path} />
      <OfferCards offers={page.offers.map((offer) => linesOf(offer, terms))} />
      {page.next ? (
        <p className="mt-6">
          <ButtonLink href={catalogueHref(search.filter, { apres: page.next }, path)} variant="secondary">
            Offres suivantes
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}
