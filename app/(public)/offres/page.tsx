import type { Metadata } from "next";
import { ActiveFilters } from "@/components/catalogue/active-filters";
import { CatalogueFilters } from "@/components/catalogue/catalogue-filters";
import { countInWords } from "@/components/catalogue/count";
import { FilterForm } from "@/components/catalogue/filter-form";
import { NothingFound } from "@/components/catalogue/nothing-found";
import { OfferResult } from "@/components/catalogue/offer-result";
import { SortLinks } from "@/components/catalogue/sort-links";
import { UnderstoodNotice } from "@/components/catalogue/understood-notice";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageTitle } from "@/components/ui/layout";
import { catalogueFilterSchema, catalogueHref, isNarrowed } from "@/lib/catalogue/filter";
import { catalogue } from "@/lib/catalogue/queries/catalogue";
import { looseningsOf } from "@/lib/catalogue/queries/loosen";
import type { SearchParams } from "@/lib/platform/search-params";
import { textFor } from "@/lib/text/queries";

export async function generateMetadata({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> {
  const filter = catalogueFilterSchema.parse(await searchParams);
  // Every search is a page; only the catalogue itself is one to find elsewhere.
  return { title: "Offres de stage", alternates: { canonical: "/offres" }, robots: isNarrowed(filter) || filter.apres ? { index: false, follow: true } : undefined };
}

export default async function CataloguePage({ searchParams }: { searchParams: SearchParams }) {
  const [found, lead] = await Promise.all([catalogue(catalogueFilterSchema.parse(await searchParams)), textFor("catalogueLead")]);
  const { search, counts, page, terms } = found;
  const { filter } = search;
  const none = page.offers.length === 0;
  return (
    <Page>
      <PageTitle lead={lead}>Offres de stage</PageTitle>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <FilterForm>
          <CatalogueFilters found={found} />
        </FilterForm>
        <section aria-labelledby="resultats" className="min-w-0">
          <h2 id="resultats" className="mb-4 text-lg font-semibold">
            {none ? "Aucune offre trouvée" : `${countInWords(counts.total)} ${counts.total.value > 1 ? "offres trouvées" : "offre trouvée"}`}
          </h2>
          <ActiveFilters search={search} terms={terms} />
          <UnderstoodNotice found={found} />
          {none ? (
            <NothingFound filter={filter} loosenings={await looseningsOf(search)} />
          ) : (
            <>
              <SortLinks search={search} />
              <ul className="space-y-4">
                {page.offers.map((offer) => (
                  <li key={offer.reference}>
                    <OfferResult offer={offer} terms={terms} />
                  </li>
                ))}
              </ul>
            </>
          )}
          {page.next ? (
            <p className="mt-6">
              <ButtonLink href={catalogueHref(filter, { apres: page.next })} variant="secondary">
                Offres suivantes
              </ButtonLink>
            </p>
          ) : null}
        </section>
      </div>
    </Page>
  );
}
