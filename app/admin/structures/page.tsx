import type { Metadata } from "next";
import { StructureCard } from "@/components/agency/help-desk/structure-card";
import { StructureFilters } from "@/components/agency/help-desk/structure-filters";
import { ButtonLink } from "@/components/ui/button";
import { ExportForm } from "@/components/ui/export-form";
import { EmptyState, Page, PageTitle, Section } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { structureColumns } from "@/lib/agency/help-desk/export-columns";
import { foundAccounts } from "@/lib/agency/help-desk/queries/accounts";
import { structurePage } from "@/lib/agency/help-desk/queries/structures";
import { structureFilterSchema, structureQuery } from "@/lib/agency/help-desk/schema";
import { pageViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import { agree, counted } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { departmentsOfRegion } from "@/lib/reference/commune/departments";
import { choicesOf } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Structures" };

export default async function StructuresPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("structure:oversee"), searchParams]);
  const filter = structureFilterSchema.parse(query);
  const [{ structures, total, next }, accounts, types] = await Promise.all([
    structurePage(viewer, filter, typeof query.apres === "string" ? query.apres : ""),
    foundAccounts(viewer, filter.q),
    choicesOf("structureType"),
  ]);
  const filtered = structureQuery(filter);
  return (
    <Page>
      <PageTitle
        lead={total > 0 ? `${counted(total, "structure", "structures")}, par nom.` : undefined}
      >
        Structures
      </PageTitle>
      <StructureFilters
        filter={filter}
        departments={departmentsOfRegion(env.agency.departments)}
        types={types}
      />
      {accounts.length > 0 ? (
        <Section title={agree(accounts.length, "Compte trouvé", "Comptes trouvés")} id="comptes">
          <ul className="mb-6 space-y-1">
            {accounts.map(({ id, name, email, structure }) => (
              <li key={id} className="break-words">
                <Link
                  href={`/admin/structures/comptes/${id}`}
                  className={
                    "inline-flex min-h-11 items-center text-accent underline underline-offset-4"
                  }
                >
                  {name || email}
                </Link>
                <span className="text-muted">
                  {" "}
                  {[name ? email : "", structure.name].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
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
