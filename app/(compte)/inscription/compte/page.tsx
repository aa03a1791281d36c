import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AdministratorForm } from "@/components/people/account/administrator-form";
import { RegistrationFrame } from "@/components/people/account/registration-frame";
import { registeringAccount, registeringStructure } from "@/lib/people/account/registration";
import { structureSchema } from "@/lib/people/structure/schema";

export const metadata: Metadata = { title: "Inscription, étape 2 sur 2 : compte administrateur" };

export default async function RegisterAccountPage() {
  const [structure, values] = await Promise.all([registeringStructure(), registeringAccount()]);
  if (!structureSchema.safeParse(structure).success) redirect("/inscription");
  return (
    <RegistrationFrame step={2}>
      <AdministratorForm values={values} />
    </RegistrationFrame>
  );
}
