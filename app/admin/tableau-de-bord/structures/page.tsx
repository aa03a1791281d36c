import type { Metadata } from "next";
import { ParticipationFilters } from "@/components/dashboard/participation-filters";
import { ExportForm } from "@/components/export/export-form";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { Table } from "@/components/ui/table";
import { departmentsOfRegion } from "@/lib/commune/departments";
import { participationColumns } from "@/lib/dashboard/export-columns";
import { participation } from "@/lib/dashboard/queries/participation";
import {
  type ParticipationDto,
  participationFilterSchema,
  participationQuery,
} from "@/lib/dashboard/schema";
import { offersAddress } from "@/lib/moderation/offer-filter";
import { campaignChoices } from "@/lib/moderation/queries/campaigns";
import { env } from "@/lib/platform/env";
import type { SearchParams } from "@/lib/platform/search-params";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Participation des structures" };

export default async function ParticipationPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([
    pageViewer("dashboard:read", "/admin/tableau-de-bord/structures"),
    searchParams,
  ]);
  const filter = participationFilterSchema.parse(query);
  const [{ structures, total, next }, campaigns] = await Promise.all([
    participation(viewer, filter, typeof query.apres === "string" ? query.apres : ""),
    campaignChoices(viewer),
  ]);
  return (
    <Page>
      <PageTitle
        lead={`${total.toLocaleString("fr-FR")} ${total > 1 ? "structures" : "structure"}. Celles qui n’ont rien publié sont rangées au département de leur siège, les autres à celui de leurs terrains d’action.`}
      >
        Participation des structures
      </PageTitle>
      <ParticipationFilters
        filter={filter}
        campaigns={campaigns}
        departments={departmentsOfRegion(env.agency.departments)}
      />
      {structures.length === 0 ? (
        <EmptyState title="Aucune structure ne correspond">
          <p>Changez de campagne ou de département pour en voir d’autres.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Structures"
          columns={["Structure", "Commune", "Inscrite le", "Offres soumises", "Écrire à"]}
          rows={structures.map((structure) => ({ key: structure.id, cells: cellsOf(structure) }))}
        />
      )}
      <div className="mt-6">
        <ExportForm
          action="/admin/tableau-de-bord/structures/export"
          filter={filter}
          columns={participationColumns}
        />
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        {next ? (
          <ButtonLink
            href={`/admin/tableau-de-bord/structures?${participationQuery(filter)}&apres=${next}`}
            variant="secondary"
          >
            Structures suivantes
          </ButtonLink>
        ) : null}
        <ButtonLink href="/admin/tableau-de-bord" variant="quiet">
          Tableau de bord
        </ButtonLink>
      </div>
    </Page>
  );
}

function cellsOf({
  id,
  name,
  communeName,
  department,
  registeredAt,
  offers,
  emails,
}: ParticipationDto) {
  return [
    <span key="name" className="block min-w-44">
      {name}
    </span>,
    `${communeName} (${department})`,
    <Day key="registered" date={registeredAt} />,
    offers === 0 ? (
      "0"
    ) : (
      <a
        key="offers"
        href={offersAddress({ structure: id })}
        aria-label={`${offers} offres de ${name}`}
        className="font-semibold text-accent underline underline-offset-4"
      >
        {offers}
      </a>
    ),
    <ul key="emails">
      {emails.map((email) => (
        <li key={email}>
          <a href={`mailto:${email}`} className="text-accent underline underline-offset-4">
            {email}
          </a>
        </li>
      ))}
    </ul>,
  ];
}
