import type { Metadata } from "next";
import { CatalogueFrame } from "@/components/catalogue/search/catalogue-frame";
import { CatalogueMap } from "@/components/catalogue/search/catalogue-map";
import { OfferResults } from "@/components/catalogue/search/offer-results";
import { pageTitle } from "@/components/catalogue/search/page-title";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { communesFound } from "@/lib/catalogue/search/queries/places";
import type { SearchParams } from "@/lib/platform/values/search-params";

export async function generateMetadata({
  searchParams,
}: {
  searchParams: SearchParams;
}): Promise<Metadata> {
  const filter = catalogueFilterSchema.parse(await searchParams);
  return {
    title: pageTitle("Offres de stage sur la carte", filter),
    alternates: { canonical: "/offres/carte" },
  };
}

export default async function CatalogueMapPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const found = await catalogue(catalogueFilterSchema.parse(query));
  return (
    <CatalogueFrame found={found} query={query} view="map">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 xl:grid-cols-2">
        {/* It stays by its end: higher than the window, it is read whole before it stays. */}
        <div className="xl:sticky xl:bottom-4 xl:min-h-[calc(100dvh-2rem)] xl:self-end">
          <CatalogueMap found={found} communes={await communesFound(found.search, found.extent)} />
        </div>
        <div>
          <OfferResults found={found} path="/offres/carte" />
        </div>
      </div>
    </CatalogueFrame>
  );
}
