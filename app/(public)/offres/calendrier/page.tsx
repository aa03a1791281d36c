import type { Metadata } from "next";
import { afterCalendar, CatalogueCalendar } from "@/components/catalogue/search/catalogue-calendar";
import { CatalogueFrame } from "@/components/catalogue/search/catalogue-frame";
import { firstResults, FirstResultsInWords } from "@/components/catalogue/search/first-results";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { slotCounts } from "@/lib/catalogue/search/queries/calendar";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = {
  title: "Offres de stage au fil de l’année",
  alternates: { canonical: "/offres/calendrier" },
};

export default async function CatalogueCalendarPage({
  searchParams,
}: {
  searchParams: SearchParams;
}) {
  const query = await searchParams;
  const filter = { ...catalogueFilterSchema.parse(query), apres: "" };
  const found = await catalogue(filter, firstResults.below);
  return (
    <CatalogueFrame found={found} query={query} view="calendar">
      <CatalogueCalendar
        search={found.search}
        counts={await slotCounts(found.search, found.extent)}
      />
      <FirstResultsInWords found={found} id={afterCalendar} />
    </CatalogueFrame>
  );
}
