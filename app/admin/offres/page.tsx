import type { Metadata } from "next";
import {
  type OfferFilterChoices,
  OfferFilters,
} from "@/components/agency/moderation/offer-filters";
import { StateBadges } from "@/components/offer/view/state-badges";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { ExportForm } from "@/components/ui/export-form";
import { EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import type { Choice } from "@/components/ui/select-field";
import { Table } from "@/components/ui/table";
import { offerColumns } from "@/lib/agency/moderation/export-columns";
import {
  type ListedOfferDto,
  type OfferFilter,
  offerFilterSchema,
  offersQuery,
} from "@/lib/agency/moderation/offer-filter";
import { allOffers, structureNameFor } from "@/lib/agency/moderation/queries/all-offers";
import { campaignChoices } from "@/lib/agency/moderation/queries/campaigns";
import type { Viewer } from "@/lib/platform/access/policy";
import { pageViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import { counted } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { departmentsOfRegion } from "@/lib/reference/commune/departments";
import { choicesOf, termLabels } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Toutes les offres" };

export default async function AllOffersPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("offer:moderate"), searchParams]);
  const filter = offerFilterSchema.parse(query);
  const [{ offers, total, next }, choices] = await Promise.all([
    allOffers(viewer, filter, typeof query.avant === "string" ? query.avant : ""),
    choicesFor(viewer, filter),
  ]);
  return (
    <Page>
      <PageTitle
        lead={`${counted(total, "offre soumise", "offres soumises")}, la dernière commencée d’abord.`}
      >
        Toutes les offres
      </PageTitle>
      <OfferFilters filter={filter} choices={choices} />
      {offers.length === 0 ? (
        <EmptyState title="Aucune offre ne correspond">
          <p>Retirez un critère pour en voir d’autres.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Offres"
          columns={["Offre", "Structure", "État", "Places", "Campagne", "Dernière soumission"]}
          rows={offers.map((offer) => ({ key: offer.id, cells: cellsOf(offer) }))}
        />
      )}
      <div className="mt-6 space-y-6">
        {next ? (
          <ButtonLink
            href={`/admin/offres?${[offersQuery(filter), `avant=${next}`].filter(Boolean).join("&")}`}
            variant="secondary"
          >
            Offres suivantes
          </ButtonLink>
        ) : null}
        <ExportForm action="/admin/offres/export" filter={filter} columns={offerColumns} />
      </div>
    </Page>
  );
}

function cellsOf(offer: ListedOfferDto) {
  return [
    <div key="offer" className="min-w-56">
      <Link
        href={`/admin/offres/${offer.id}`}
        className="break-words text-accent underline underline-offset-4"
      >
        {offer.title}
      </Link>
      <span className="block text-sm text-muted">{offer.reference}</span>
    </div>,
    <div key="structure" className="min-w-44">
      {offer.structureName}
      <span className="block text-sm text-muted">
        {offer.communeName} ({offer.department})
      </span>
    </div>,
    <StateBadges key="state" {...offer} />,
    offer.places,
    <span key="campaign" className="whitespace-nowrap">
      {campaignLabel(offer.campaign)}
    </span>,
    <Day key="submitted" date={offer.submittedAt} />,
  ];
}

async function choicesFor(viewer: Viewer, filter: OfferFilter): Promise<OfferFilterChoices> {
  const [campaigns, themes, audiences, labels, structureName] = await Promise.all([
    campaignChoices(viewer),
    choicesOf("theme"),
    choicesOf("audience"),
    termLabels([filter.theme, filter.public].filter(Boolean)),
    structureNameFor(viewer, filter.structure),
  ]);
  return {
    campaigns: withChosen(campaigns, filter.campagne, filter.campagne),
    departments: departmentsOfRegion(env.agency.departments),
    themes: withChosen(themes, filter.theme, labels.get(filter.theme)),
    audiences: withChosen(audiences, filter.public, labels.get(filter.public)),
    structureName,
  };
}

/** A term that was retired is still what the list is filtered by. */
function withChosen(choices: readonly Choice[], value: string, label = "Autre"): readonly Choice[] {
  return value === "" || choices.some((choice) => choice.value === value)
    ? choices
    : [...choices, { value, label }];
}
