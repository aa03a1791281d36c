import type { Metadata } from "next";
import { StructureCard } from "@/components/agency/help-desk/structure-card";
import { StructureFilters } from "@/components/agency/help-desk/structure-filters";
import { ButtonLink } from "@/components/ui/button";
import { ExportForm } from "@/components/ui/export-form";
import { EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { structureColumns } from "@/lib/agency/help-desk/export-columns";
import { structurePage } from "@/lib/agency/help-desk/queries/structures";
import { structureFilterSchema, structureQuery } from "@/lib/agency/help-desk/schema";
import { pageViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { departmentsOfRegion } from "@/lib/reference/commune/departments";
import { choicesOf } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Structures" };

export default async function StructuresPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([
    pageViewer("structure:oversee", "/admin/structures"),
    searchParams,
  ]);
  const filter = structureFilterSchema.parse(query);
  const [{ structures, total, next }, types] = await Promise.all([
    structurePage(viewer, filter, typeof query.apres === "string" ? query.apres : ""),
    choicesOf("structureType"),
  ]);
  const filtered = structureQuery(filter);
  return (
    <Page>
      <PageTitle
        lead={
          total > 0 ? `${total} ${total > 1 ? "structures" : "structure"}, par nom.` : undefined
        }
      >
        Structures
      </PageTitle>
      <StructureFilters
        filter={filter}
        departments={departmentsOfRegion(env.agency.departments)}
        types={types}
      />
      {structures.length === 0 ? (
        <EmptyState
          title={filtered ? "Aucune structure ne correspond" : "Aucune structure n’est inscrite"}
        >
          {filtered ? <p>Retirez un critère pour en voir d’autres.</p> : null}
        </EmptyState>
      ) : (
        <ul className="space-y-4">
          {structures.map((structure) => (
            <li key={structure.id}>
              <StructureCard structure={structure} />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-6 space-y-6">
        {next ? (
          <ButtonLink
            href={`/admin/structures?${[filtered, `apres=${next}`].filter(Boolean).join("&")}`}
            variant="secondary"
          >
            Structures suivantes
          </ButtonLink>
        ) : null}
        <ExportForm action="/admin/structures/export" filter={filter} columns={structureColumns} />
      </div>
    </Page>
  );
}
