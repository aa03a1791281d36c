import type { Metadata } from "next";
import { RegistrationFrame } from "@/components/people/account/registration-frame";
import { StructureForm } from "@/components/people/account/structure-form";
import { registeringStructure } from "@/lib/people/account/registration";
import { choicesOf } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Inscription, étape 1 sur 2 : structure offrente" };

export default async function RegisterStructurePage() {
  const [values, types] = await Promise.all([registeringStructure(), choicesOf("structureType")]);
  return (
    <RegistrationFrame step={1}>
      <StructureForm values={values} types={types} />
    </RegistrationFrame>
  );
}
