"use client";

import { ActionForm } from "@/components/ui/action-form";
import { EmailField } from "@/components/ui/email-field";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { registerAccountAction } from "@/lib/people/account/actions";
import { administratorSchema } from "@/lib/people/account/person";
import { shownCriteria } from "./password-criteria";

/** Step 2 of the registration, with the tutorial's labels. */
export function AdministratorForm({ values }: { values: Record<string, string> }) {
  return (
    <ActionForm action={registerAccountAction} schema={administratorSchema} values={values}>
      <div className="grid items-end gap-x-4 sm:grid-cols-2">
        <TextField name="lastName" label="Nom" autoComplete="family-name" />
        <TextField name="firstName" label="Prénom" autoComplete="given-name" />
      </div>
      <TextField
        name="function"
        label="Fonction de l’administrateur"
        hint={
          "La vôtre : vous suivez l’action et serez le référent du service sanitaire " +
          "dans la structure."
        }
        autoComplete="organization-title"
      />
      <TextField
        name="phone"
        label="Téléphone"
        hint="Par exemple 03 83 00 00 00, ou 03 83 00 00 00 poste 12"
        type="tel"
        autoComplete="tel"
      />
      <EmailField
        name="email"
        label="Email"
        hint="Vous y recevrez un message de confirmation, puis les décisions sur vos offres."
        autoComplete="email"
      />
      <PasswordField
        name="password"
        label="Mot de passe"
        autoComplete="new-password"
        criteria={shownCriteria}
      />
      <div className="flex flex-wrap-reverse gap-3">
        <SubmitButton name="intent" value="back" variant="secondary" formNoValidate>
          Retour
        </SubmitButton>
        <SubmitButton>S’inscrire</SubmitButton>
      </div>
    </ActionForm>
  );
}
