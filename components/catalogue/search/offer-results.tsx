import { ButtonLink } from "@/components/ui/button";
import { catalogueHref, ranked } from "@/lib/catalogue/search/filter";
import { viewPaths } from "@/lib/catalogue/search/labels";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { sortingOf } from "@/lib/catalogue/search/queries/order";
import { placesOf } from "@/lib/catalogue/search/queries/places";
import { isSorted } from "@/lib/catalogue/search/queries/search";
import { countInWords, rangeInWords } from "./count";
import { MapBeside } from "./map-beside";
import { OfferCards } from "./offer-cards";
import { cardOf } from "./offer-lines";
import { resultsId } from "./results-id";
import { SortLinks } from "./sort-links";

/** A page of results, where they are, and the way to the pages beside it. */
export async function OfferResults({
  found: { search, extent, page, previous, counts, terms },
}: {
  found: Catalogue;
}) {
  const endsEarly =
    page.next === null && sortingOf(search) === "pertinence" && !isSorted(search, extent);
  // The fragment: the heading has the focus, and is in sight, when the page has changed.
  const to = (apres: string) => `${catalogueHref(search.filter, { apres })}#${resultsId}` as const;
  const { apres } = search.filter;
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
    </>
  );
}
