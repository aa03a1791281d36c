import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SuspensionPanel } from "@/components/agency/suspension/suspension-panel";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { overseenStructure } from "@/lib/agency/help-desk/queries/structure";
import { suspensionInForce } from "@/lib/agency/suspension/queries/suspensions";
import { pageViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Suspendre une structure" };

export default async function SuspendStructurePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("suspension:decide");
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
          Toutes les structures du type « {structure.type.label} » sont suspendues : lever la
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
