import type { Metadata } from "next";
import { CatalogueFrame } from "@/components/catalogue/search/catalogue-frame";
import { CatalogueMap } from "@/components/catalogue/search/catalogue-map";
import { FirstResults, firstResults } from "@/components/catalogue/search/first-results";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { communesFound } from "@/lib/catalogue/search/queries/places";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = {
  title: "Offres de stage sur la carte",
  alternates: { canonical: "/offres/carte" },
};

export default async function CatalogueMapPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const filter = { ...catalogueFilterSchema.parse(query), apres: "" };
  const found = await catalogue(filter, firstResults.beside);
  return (
    <CatalogueFrame found={found} query={query} view="map">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 2xl:grid-cols-[auto_minmax(0,1fr)]">
        <CatalogueMap found={found} communes={await communesFound(found.search, found.extent)} />
        <FirstResults found={found} />
      </div>
    </CatalogueFrame>
  );
}
