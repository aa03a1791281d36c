import type { Metadata } from "next";
import { JournalFilters } from "@/components/agency/journal/journal-filters";
import { ButtonLink } from "@/components/ui/button";
import { ExportForm } from "@/components/ui/export-form";
import { EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Table } from "@/components/ui/table";
import { journalColumns } from "@/lib/agency/journal/export-columns";
import { journalPage } from "@/lib/agency/journal/queries/journal";
import { type JournalEntryDto, journalFilterSchema } from "@/lib/agency/journal/schema";
import { pageViewer } from "@/lib/platform/access/session";
import { actorKindLabels, deedInWords, objectKindInWords } from "@/lib/platform/audit/labels";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Journal" };

export default async function JournalPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("audit:read"), searchParams]);
  const filter = journalFilterSchema.parse(query);
  const { entries, next } = await journalPage(
    viewer,
    filter,
    typeof query.avant === "string" ? query.avant : "",
  );
  const older = new URLSearchParams({ ...filter, avant: next ?? "" });
  return (
    <Page>
      <PageTitle
        lead={
          "Qui a fait quoi, quand et sur quoi. Le journal ne fait que s’allonger ; chaque " +
          "ligne est gardée douze mois."
        }
      >
        Journal
      </PageTitle>
      <JournalFilters filter={filter} />
      {entries.length === 0 ? (
        <EmptyState title="Aucune ligne ne correspond">
          <p>Élargissez les dates ou retirez un critère.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Journal"
          columns={["Quand", "Qui", "Quoi", "Sur quoi"]}
          rows={entries.map((entry) => ({
            key: entry.id,
            cells: [
              <Moment key="at" date={entry.at} />,
              actorOf(entry),
              deedInWords(entry.deed),
              objectOf(entry),
            ],
          }))}
        />
      )}
      <div className="mt-6 space-y-6">
        {next ? (
          <ButtonLink href={`/admin/journal?${older.toString()}`} variant="secondary">
            Plus ancien
          </ButtonLink>
        ) : null}
        <ExportForm action="/admin/journal/export" filter={filter} columns={journalColumns} />
      </div>
    </Page>
  );
}

function actorOf({ actor, actorKind }: JournalEntryDto): string {
  if (actorKind === "portal") return actorKindLabels.portal;
  return `${actor || "Compte effacé"} (${actorKindLabels[actorKind]})`;
}

function objectOf({ object }: JournalEntryDto) {
  const words = `${objectKindInWords(object.kind)} ${object.label}`.trim();
  if (!object.opens) return words;
  return (
    <Link href={`/admin/offres/${object.id}`} className="text-accent underline underline-offset-4">
      {words}
    </Link>
  );
}
