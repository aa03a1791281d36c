import type { Metadata } from "next";
import { DecisionToast } from "@/components/agency/moderation/decision-toast";
import { PendingCard } from "@/components/agency/moderation/pending-card";
import { QueueFilters } from "@/components/agency/moderation/queue-filters";
import { NobodyNotifiedNotice } from "@/components/agency/preferences/nobody-notified-notice";
import { UndeliveredNotice } from "@/components/agency/preferences/undelivered-notice";
import { Button, ButtonLink } from "@/components/ui/button";
import { ExportForm } from "@/components/ui/export-form";
import { EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { queueColumns } from "@/lib/agency/moderation/export-columns";
import { pendingOffers } from "@/lib/agency/moderation/queries/pending-offers";
import { queueFilterSchema, queueQuery } from "@/lib/agency/moderation/schema";
import { ownPreferences } from "@/lib/agency/preferences/queries/preferences";
import { pageViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import { counted } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { departmentsOfRegion } from "@/lib/reference/commune/departments";

export const metadata: Metadata = { title: "Offres à valider" };

export default async function ModerationPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("offer:moderate"), searchParams]);
  const filter = queueFilterSchema.parse(query);
  const { offers, total, next } = await pendingOffers(
    viewer,
    filter,
    typeof query.apres === "string" ? query.apres : "",
  );
  const filtered = queueQuery(filter);
  const followed = (await ownPreferences(viewer))?.departments ?? [];
  const region = departmentsOfRegion(env.agency.departments);
  const departments =
    followed.length > 0 || filter.departement === "mes"
      ? [
          { value: "mes", label: `Mes départements (${followed.join(", ") || "toute la région"})` },
          ...region,
        ]
      : region;
  return (
    <Page>
      <DecisionToast viewer={viewer} query={query} filter={filter} />
      <PageTitle
        lead={
          total > 0
            ? `${counted(total, "offre attend", "offres attendent")} une décision, ` +
              "la plus ancienne d’abord."
            : undefined
        }
      >
        Offres à valider
      </PageTitle>
      <NobodyNotifiedNotice viewer={viewer} />
      <UndeliveredNotice viewer={viewer} />
      <QueueFilters filter={filter} departments={departments} />
      {offers.length === 0 ? (
        <EmptyState
          title={
            filtered ? "Aucune offre en attente ne correspond" : "Aucune offre n’attend de décision"
          }
        >
          <p>
            {filtered
              ? "Retirez un critère pour en voir d’autres."
              : "Celles que les structures soumettront viendront ici."}
          </p>
        </EmptyState>
      ) : (
        <form action="/admin/lot">
          <input type="hidden" name="file" value={filtered} />
          <ul className="space-y-4">
            {offers.map((offer) => (
              <li key={offer.id}>
                <PendingCard offer={offer} filter={filter} now={now()} />
              </li>
            ))}
          </ul>
          <div className="mt-6 flex flex-wrap gap-3">
            <Button variant="secondary">Décider ensemble des offres choisies</Button>
            <ButtonLink
              href={`/admin/lot?${new URLSearchParams([["file", filtered], ...offers.map(({ id }) => ["o", id])]).toString()}`}
              variant="quiet"
            >
              Choisir toutes celles de cette page
            </ButtonLink>
          </div>
        </form>
      )}
      <div className="mt-6 space-y-6">
        {next ? (
          <ButtonLink
            href={`/admin?${[filtered, `apres=${next}`].filter(Boolean).join("&")}`}
            variant="secondary"
          >
            Offres suivantes
          </ButtonLink>
        ) : null}
        <ExportForm action="/admin/export" filter={filter} columns={queueColumns} />
      </div>
    </Page>
  );
}
