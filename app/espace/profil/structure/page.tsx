import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProfileFrame } from "@/components/people/account/profile-frame";
import { EditStructureForm } from "@/components/people/account/structure-form";
import { structureForm } from "@/lib/people/structure/queries";
import { pageViewer } from "@/lib/platform/access/session";
import { choicesOf } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Modifier la structure" };

export default async function EditStructurePage() {
  const viewer = await pageViewer("structure:edit");
  const form = await structureForm(viewer);
  if (!form) notFound();
  const types = await choicesOf("structureType", [form.typeId]);
  return (
    <ProfileFrame
      title="Modifier la structure"
      lead={
        "Le nom et le type apparaissent sur vos offres publiées : ils y changent " +
        "aussitôt, sans nouvelle validation."
      }
    >
      <EditStructureForm values={form.values} types={types} />
    </ProfileFrame>
  );
}
