import { catalogueHref } from "@/lib/catalogue/search/filter";
import { viewPaths } from "@/lib/catalogue/search/labels";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { placesOf } from "@/lib/catalogue/search/queries/places";
import { endsEarly } from "@/lib/catalogue/search/queries/search";
import { MapBeside } from "./map-beside";
import { OfferCards } from "./offer-cards";
import { cardOf } from "./offer-lines";
import { ResultPages } from "./result-pages";
import { resultsId } from "./results-id";
import { SortLinks } from "./sort-links";

/** A page of results, where they are, and the way to the pages beside it. */
export async function OfferResults({
  found: { search, extent, page, previous, counts, terms },
}: {
  found: Catalogue;
}) {
  const places = [...(await placesOf(page.offers.map(({ commune }) => commune)))];
  const numbers = new Map(places.map(([code], number) => [code, number]));
  const named = new Map(page.offers.map(({ commune, communeName }) => [commune, communeName]));
  return (
    <>
      <SortLinks search={search} path={viewPaths.list} />
      <div
        className={
          "lit-places gap-6 xl:grid xl:grid-cols-[minmax(0,1fr)_clamp(16rem,100%-40.5rem,40rem)]"
        }
      >
        <OfferCards
          offers={page.offers.map((offer) => cardOf(offer, terms, numbers.get(offer.commune)))}
        />
        <MapBeside
          places={places.map(([code, point]) => ({ ...point, name: named.get(code) ?? "" }))}
        />
      </div>
      <p className="mt-2 text-sm text-muted">
        Chaque bande va de septembre à août : un mois est d’autant plus marqué que sa semaine est
        ouverte, barré s’il est passé.
      </p>
      <ResultPages
        apres={search.filter.apres}
        page={page}
        previous={previous}
        total={counts.total}
        endsEarly={endsEarly(search, extent, page)}
        // The fragment: the heading has the focus, and is in sight, when the page has changed.
        to={(apres) => `${catalogueHref(search.filter, { apres })}#${resultsId}`}
        className="mt-4 justify-center"
      />
    </>
  );
}
