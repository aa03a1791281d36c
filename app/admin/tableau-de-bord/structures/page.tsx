import type { Metadata } from "next";
import { ParticipationFilters } from "@/components/agency/dashboard/participation-filters";
import { ButtonLink } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { ExportForm } from "@/components/ui/export-form";
import { EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { Table } from "@/components/ui/table";
import { participationColumns } from "@/lib/agency/dashboard/export-columns";
import { participation } from "@/lib/agency/dashboard/queries/participation";
import {
  type ParticipationDto,
  participationFilterSchema,
  participationQuery,
} from "@/lib/agency/dashboard/schema";
import { offersAddress } from "@/lib/agency/moderation/offer-filter";
import { campaignChoices } from "@/lib/agency/moderation/queries/campaigns";
import { pageViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import { counted, withDe } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { departmentsOfRegion } from "@/lib/reference/commune/departments";

export const metadata: Metadata = { title: "Participation des structures" };

export default async function ParticipationPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("dashboard:read"), searchParams]);
  const filter = participationFilterSchema.parse(query);
  const [{ structures, total, next }, campaigns] = await Promise.all([
    participation(viewer, filter, typeof query.apres === "string" ? query.apres : ""),
    campaignChoices(viewer),
  ]);
  return (
    <Page>
      <PageTitle
        lead={
          `${counted(total, "structure", "structures")}. ` +
          "Celles qui n’ont rien publié sont rangées au département de leur siège, les " +
          "autres à celui de leurs terrains d’action."
        }
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
        aria-label={`${counted(offers, "offre", "offres")} ${withDe(name)}`}
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
