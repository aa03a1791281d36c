import type { Metadata } from "next";
import { CatalogueCalendar } from "@/components/catalogue/search/catalogue-calendar";
import { CatalogueFrame } from "@/components/catalogue/search/catalogue-frame";
import { OfferResults } from "@/components/catalogue/search/offer-results";
import { pageTitle } from "@/components/catalogue/search/page-title";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { slotCounts } from "@/lib/catalogue/search/queries/calendar";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";
import type { SearchParams } from "@/lib/platform/values/search-params";

export async function generateMetadata({
  searchParams,
}: {
  searchParams: SearchParams;
}): Promise<Metadata> {
  const filter = catalogueFilterSchema.parse(await searchParams);
  return {
    title: pageTitle("Offres de stage au fil de l’année", filter),
    alternates: { canonical: "/offres/calendrier" },
  };
}

export default async function CatalogueCalendarPage({
  searchParams,
}: {
  searchParams: SearchParams;
}) {
  const query = await searchParams;
  const found = await catalogue(catalogueFilterSchema.parse(query));
  return (
    <CatalogueFrame found={found} query={query} view="calendar">
      <div className="mb-8">
        <CatalogueCalendar
          search={found.search}
          counts={await slotCounts(found.search, found.extent)}
        />
      </div>
      <OfferResults found={found} path="/offres/calendrier" />
    </CatalogueFrame>
  );
}
