import type { Metadata } from "next";
import { CatalogueFilters } from "@/components/catalogue/catalogue-filters";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card, EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { currentTheme, searchCatalogue, themesOfCatalogue } from "@/lib/catalogue/queries";
import { catalogueFilterSchema } from "@/lib/catalogue/schema";
import { departmentsOfRegion } from "@/lib/commune/queries";
import { supportLabels } from "@/lib/offer/labels";
import { env } from "@/lib/platform/env";
import type { SearchParams } from "@/lib/platform/search-params";
import { textFor } from "@/lib/text/queries";
import { choicesOf } from "@/lib/vocabulary/queries";

export const metadata: Metadata = { title: "Offres de stage" };

export default async function CataloguePage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const asked = catalogueFilterSchema.parse(query);
  const filter = asked.theme ? { ...asked, theme: await currentTheme(asked.theme) } : asked;
  const [{ offers, total, next }, themes] = await Promise.all([searchCatalogue(filter), themesOfCatalogue()]);
  const following = new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value && name !== "apres" ? [[name, String(value)]] : [])));
  if (next) following.set("apres", next);
  return (
    <Page>
      <PageTitle lead={await textFor("catalogueLead")}>Offres de stage</PageTitle>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <CatalogueFilters filter={filter} themes={themes} departments={departmentsOfRegion(env.agency.departments)} />
        <section aria-labelledby="resultats" className="min-w-0">
          <h2 id="resultats" className="mb-5 text-lg font-semibold">
            {total === 0 ? "Aucune offre trouvée" : `${total} ${total > 1 ? "offres trouvées" : "offre trouvée"}`}
          </h2>
          {offers.length === 0 ? (
            <EmptyState title="Aucune offre ne répond à cette recherche">
              <p className="mb-6">Retirez un filtre, ou essayez un autre mot.</p>
              <ButtonLink href="/offres" variant="secondary">
                Voir toutes les offres
              </ButtonLink>
            </EmptyState>
          ) : (
            <ul className="space-y-4">
              {offers.map((offer) => (
                <li key={offer.reference}>
                  <Card>
                    <h3 className="text-lg font-bold">
                      <Link href={`/offres/${offer.reference}`} className="break-words text-accent underline underline-offset-4">
                        {offer.title}
                      </Link>
                    </h3>
                    <p className="mt-1">
                      {offer.structureName} · {offer.communeName} ({offer.department})
                    </p>
                    <p className="text-muted">
                      {offer.places} {offer.places > 1 ? "places" : "place"}
                      {offer.lodging ? ` · ${supportLabels.lodging}` : ""}
                      {offer.catering ? ` · ${supportLabels.catering}` : ""}
                    </p>
                    {offer.availability.map((words) => (
                      <p key={words} className="text-muted">
                        {words}
                      </p>
                    ))}
                    <p className="mt-3 flex flex-wrap gap-2">
                      {offer.themes.map((theme) => (
                        <Badge key={theme} tone="neutral">
                          {theme}
                        </Badge>
                      ))}
                    </p>
                  </Card>
                </li>
              ))}
            </ul>
          )}
          {next ? (
            <p className="mt-6">
              <ButtonLink href={`/offres?${following.toString()}`} variant="secondary">
                Offres suivantes
              </ButtonLink>
            </p>
          ) : null}
        </section>
      </div>
    </Page>
  );
}
