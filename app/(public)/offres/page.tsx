import type { Metadata } from "next";
import { CatalogueFrame } from "@/components/catalogue/search/catalogue-frame";
import { OfferResults } from "@/components/catalogue/search/offer-results";
import { pageTitle } from "@/components/catalogue/search/page-title";
import { catalogueFilterSchema, catalogueHref, hasFilters } from "@/lib/catalogue/search/filter";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";
import type { SearchParams } from "@/lib/platform/values/search-params";

export async function generateMetadata({
  searchParams,
}: {
  searchParams: SearchParams;
}): Promise<Metadata> {
  const filter = catalogueFilterSchema.parse(await searchParams);
  // Every search is a page; only the catalogue itself is one to find elsewhere.
  return {
    title: pageTitle("Offres de stage", filter),
    alternates: {
      canonical: "/offres",
      types: {
        "application/atom+xml": catalogueHref(filter, { apres: "", tri: "" }, "/offres/flux.atom"),
      },
    },
    robots: hasFilters(filter) || filter.apres ? { index: false, follow: true } : undefined,
  };
}

export default async function CataloguePage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const found = await catalogue(catalogueFilterSchema.parse(query));
  return (
    <CatalogueFrame found={found} query={query} view="list">
      <OfferResults found={found} />
    </CatalogueFrame>
  );
}
