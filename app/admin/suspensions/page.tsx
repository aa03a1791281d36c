import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { ExportForm } from "@/components/ui/export-form";
import { EmptyState, Page, PageTitle, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Table } from "@/components/ui/table";
import { suspensionAddress } from "@/lib/agency/suspension/addresses";
import { suspensionColumns } from "@/lib/agency/suspension/export-columns";
import { suspendedThingLabels } from "@/lib/agency/suspension/labels";
import {
  liftedSuspensions,
  suspendedTypes,
  suspensionPage,
} from "@/lib/agency/suspension/queries/suspensions";
import type { SuspensionDto } from "@/lib/agency/suspension/schema";
import { pageViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { termsOf } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Suspensions" };

const linkClass = "text-accent underline underline-offset-4";

export default async function SuspensionsPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("suspension:decide"), searchParams]);
  const [{ suspensions, next }, lifted, types, suspended] = await Promise.all([
    suspensionPage(viewer, typeof query.avant === "string" ? query.avant : ""),
    liftedSuspensions(viewer),
    termsOf("structureType"),
    suspendedTypes(viewer),
  ]);
  return (
    <Page>
      <PageTitle
        lead={
          "Ce qui est suspendu n’est plus visible dans le catalogue, jusqu’à ce que vous " +
          "leviez la suspension."
        }
      >
        Suspensions
      </PageTitle>
      <Section title="En cours" id="en-cours">
        {suspensions.length === 0 ? (
          <EmptyState title="Rien n’est suspendu">
            <p>Une offre, un compte ou une structure se suspend depuis sa page.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Suspensions en cours"
            columns={["Quoi", "Nom", "Message", "Par", "Depuis"]}
            rows={suspensions.map((entry) => ({
              key: entry.id,
              cells: [...whatAndWhy(entry), entry.by, <Moment key="since" date={entry.since} />],
            }))}
          />
        )}
        <div className="mt-6 space-y-6">
          {next ? (
            <ButtonLink href={`/admin/suspensions?avant=${next}`} variant="secondary">
              Plus ancien
            </ButtonLink>
          ) : null}
          {suspensions.length > 0 ? (
            <ExportForm
              action="/admin/suspensions/export"
              filter={{}}
              columns={suspensionColumns}
            />
          ) : null}
        </div>
      </Section>
      {lifted.length > 0 ? (
        <Section title="Levées" id="levees">
          <Table
            caption="Dernières suspensions levées"
            columns={["Quoi", "Nom", "Message", "Suspendue", "Levée"]}
            rows={lifted.map((entry) => ({
              key: entry.id,
              cells: [
                ...whatAndWhy(entry),
                <span key="since">
                  {entry.by}, le <Moment date={entry.since} />
                </span>,
                <span key="lifted">
                  {entry.liftedBy}, le <Moment date={entry.liftedAt} />
                </span>,
              ],
            }))}
          />
        </Section>
      ) : null}
      <Section title="Suspendre un type de structure" id="types">
        <p className="mb-4 max-w-text text-muted">
          Toutes les structures d’un type à la fois, par exemple pendant une alerte sanitaire.
        </p>
        <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {types.map(({ id, label }) => (
            <li key={id}>
              <Link
                href={`/admin/suspensions/${id}`}
                className={`inline-flex min-h-11 items-center ${linkClass}`}
              >
                {label}
                {suspended.has(id) ? " (suspendu)" : ""}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/**
 * The cells that both lists begin with: what is or was suspended, and the words that went with it.
 */
function whatAndWhy({ thing, subjectId, name, message }: SuspensionDto): ReactNode[] {
  return [
    suspendedThingLabels[thing],
    <span key="name" className="inline-block min-w-48">
      <Link href={suspensionAddress(thing, subjectId)} className={linkClass}>
        {name}
      </Link>
    </span>,
    <span key="message" className="line-clamp-2 min-w-56 wrap-anywhere">
      {message}
    </span>,
  ];
}
