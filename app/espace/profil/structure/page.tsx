import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProfileFrame } from "@/components/account/profile-frame";
import { EditStructureForm } from "@/components/account/structure-form";
import { communesOfPostcode } from "@/lib/commune/queries/communes";
import { pageViewer } from "@/lib/platform/session";
import { structureForm } from "@/lib/structure/queries";
import { choicesOf } from "@/lib/vocabulary/queries";

export const metadata: Metadata = { title: "Modifier la structure" };

export default async function EditStructurePage() {
  const viewer = await pageViewer("structure:edit", "/espace/profil/structure");
  const form = await structureForm(viewer);
  if (!form) notFound();
  const [communes, types] = await Promise.all([
    communesOfPostcode(form.values.postcode.replaceAll(/\s/g, "")),
    choicesOf("structureType", [form.typeId]),
  ]);
  return (
    <ProfileFrame
      title="Modifier la structure"
      lead="Le nom et le type apparaissent sur vos offres publiées : ils y changent aussitôt, sans nouvelle validation."
    >
      <EditStructureForm values={form.values} communes={communes} types={types} />
    </ProfileFrame>
  );
}
