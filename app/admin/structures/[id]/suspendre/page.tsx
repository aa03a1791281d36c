import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConfirmationToast } from "@/components/shell/confirmation-toast";
import { SuspensionPanel } from "@/components/suspension/suspension-panel";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { overseenStructure } from "@/lib/oversight/queries/structure";
import type { SearchParams } from "@/lib/platform/search-params";
import { pageViewer } from "@/lib/platform/session";
import { suspensionInForce } from "@/lib/suspension/queries/suspensions";

export const metadata: Metadata = { title: "Suspendre une structure" };

export default async function SuspendStructurePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("suspension:decide", `/admin/structures/${id}/suspendre`);
  const structure = await overseenStructure(viewer, id);
  if (!structure || structure.state === "closed") notFound();
  const [own, ofType] = await Promise.all([
    suspensionInForce(viewer, "structure", id),
    suspensionInForce(viewer, "structureType", structure.type.id),
  ]);
  return (
    <Page narrow>
      <ConfirmationToast query={query} />
      <PageTitle lead={structure.name}>
        {own ? "Structure suspendue" : "Suspendre cette structure"}
      </PageTitle>
      {ofType ? (
        <p className="mb-6">
          Toutes les structures du type « {structure.type.label} » sont suspendues : lever la
          suspension de celle-ci ne suffirait pas à la montrer.
        </p>
      ) : null}
      <Card>
        <SuspensionPanel viewer={viewer} thing="structure" id={id} current={own} />
      </Card>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href={`/admin/structures/${id}`} variant="secondary">
          Revenir à la structure
        </ButtonLink>
        {ofType ? (
          <ButtonLink href={`/admin/suspensions/${structure.type.id}`} variant="secondary">
            Voir la suspension du type
          </ButtonLink>
        ) : null}
      </div>
    </Page>
  );
}
