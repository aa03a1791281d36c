import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SuspensionPanel } from "@/components/agency/suspension/suspension-panel";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { structurePage } from "@/lib/agency/help-desk/queries/structures";
import { structureFilterSchema } from "@/lib/agency/help-desk/schema";
import { liftedSuspensions, suspensionInForce } from "@/lib/agency/suspension/queries/suspensions";
import { pageViewer } from "@/lib/platform/access/session";
import { counted } from "@/lib/platform/values/french";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { termsOf } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Suspendre un type de structure" };

export default async function SuspendTypePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("suspension:decide");
  const [types, current, [last]] = await Promise.all([
    termsOf("structureType"),
    suspensionInForce(viewer, "structureType", id),
    liftedSuspensions(viewer, { thing: "structureType", id }),
  ]);
  // A type that was retired is named by its suspension, the one just lifted too.
  const label = types.find((type) => type.id === id)?.label ?? (current ?? last)?.name;
  if (!label) notFound();
  const { total } = await structurePage(viewer, structureFilterSchema.parse({ type: id }));
  return (
    <Page narrow>
      <ConfirmationToast query={query} />
      <PageTitle lead={`${label} : ${counted(total, "structure", "structures")}`}>
        {current ? "Type de structure suspendu" : "Suspendre un type de structure"}
      </PageTitle>
      <Card>
        <SuspensionPanel viewer={viewer} thing="structureType" id={id} current={current} />
      </Card>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/admin/suspensions" variant="secondary">
          Toutes les suspensions
        </ButtonLink>
        <ButtonLink href={`/admin/structures?type=${id}`} variant="secondary">
          Voir ces structures
        </ButtonLink>
      </div>
    </Page>
  );
}
