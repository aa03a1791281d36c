import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfirmationToast } from "@/components/shell/confirmation-toast";
import { SuspensionPanel } from "@/components/suspension/suspension-panel";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { structurePage } from "@/lib/oversight/queries/structures";
import { structureFilterSchema } from "@/lib/oversight/schema";
import type { SearchParams } from "@/lib/platform/search-params";
import { pageViewer } from "@/lib/platform/session";
import { suspensionInForce } from "@/lib/suspension/queries/suspensions";
import { termsOf } from "@/lib/vocabulary/queries";

export const metadata: Metadata = { title: "Suspendre un type de structure" };

export default async function SuspendTypePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("suspension:decide", `/admin/suspensions/${id}`);
  const [types, current] = await Promise.all([
    termsOf("structureType"),
    suspensionInForce(viewer, "structureType", id),
  ]);
  const label = types.find((type) => type.id === id)?.label ?? current?.name;
  if (!label) notFound();
  const { total } = await structurePage(viewer, structureFilterSchema.parse({ type: id }));
  return (
    <Page narrow>
      <ConfirmationToast query={query} />
      <PageTitle lead={`${label} : ${total} ${total > 1 ? "structures" : "structure"}`}>
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
