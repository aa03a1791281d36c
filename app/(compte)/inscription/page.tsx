import type { Metadata } from "next";
import { RegistrationFrame } from "@/components/people/account/registration-frame";
import { StructureForm } from "@/components/people/account/structure-form";
import { registeringStructure } from "@/lib/people/account/registration";
import { communesOfPostcode } from "@/lib/reference/commune/queries/communes";
import { choicesOf } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = { title: "Inscription, étape 1 sur 2 : structure offrente" };

export default async function RegisterStructurePage() {
  const [values, types] = await Promise.all([registeringStructure(), choicesOf("structureType")]);
  const communes = await communesOfPostcode((values.postcode ?? "").replaceAll(/\s/g, ""));
  return (
    <RegistrationFrame step={1}>
      <StructureForm values={values} communes={communes} types={types} />
    </RegistrationFrame>
  );
}
