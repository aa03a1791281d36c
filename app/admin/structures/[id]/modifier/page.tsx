import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CorrectStructureForm } from "@/components/people/account/structure-form";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { structureCorrectionForm } from "@/lib/people/structure/queries";
import { pageViewer } from "@/lib/platform/access/session";
import { choicesOf } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Corriger une structure" };

export default async function CorrectStructurePage({
  params,
}: {
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  const viewer = await pageViewer("structure:oversee");
  const form = await structureCorrectionForm(viewer, id);
  if (!form) notFound();
  const types = await choicesOf("structureType", [form.typeId]);
  return (
    <Page narrow>
      <PageTitle
        lead={
          "Le nom et le type apparaissent sur les offres publiées : ils y changent " +
          "aussitôt. Le journal garde ce qu’il y avait avant."
        }
      >
        Corriger la structure
      </PageTitle>
      <Card>
        <CorrectStructureForm structureId={id} values={form.values} types={types} />
      </Card>
      <div className="mt-6">
        <ButtonLink href={`/admin/structures/${id}`} variant="secondary">
          Revenir à la structure
        </ButtonLink>
      </div>
    </Page>
  );
}
