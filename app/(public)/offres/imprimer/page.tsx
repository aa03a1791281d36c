import type { Metadata } from "next";
import { OfferSheet } from "@/components/catalogue/search/offer-sheet";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { currentLists } from "@/lib/catalogue/search/queries/resolve";
import { searchSheet } from "@/lib/catalogue/search/queries/sheet";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = {
  title: "Offres de stage à imprimer",
  robots: { index: false, follow: true },
};

export default async function SheetPage({ searchParams }: { searchParams: SearchParams }) {
  const sheet = await searchSheet(catalogueFilterSchema.parse(await searchParams));
  return <OfferSheet sheet={sheet} terms={(await currentLists()).terms} />;
}
