"use client";

import { ActionForm } from "@/components/ui/action-form";
import { EmailField } from "@/components/ui/email-field";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  confirmAlertAction,
  endAlertAction,
  subscribeAlertAction,
} from "@/lib/catalogue/alert/actions";
import { alertSchema } from "@/lib/catalogue/alert/schema";

/** @param query the search, as its address says it */
export function AlertForm({ query }: { query: string }) {
  return (
    <ActionForm action={subscribeAlertAction} schema={alertSchema}>
      <input type="hidden" name="recherche" value={query} />
      <EmailField
        name="email"
        label="Votre adresse email"
        hint="Elle ne sert qu’à cette alerte. Un lien dans chaque message l’efface."
        autoComplete="email"
      />
      <SubmitButton>Recevoir les nouvelles offres</SubmitButton>
    </ActionForm>
  );
}

export function ConfirmAlertForm({ token }: { token: string }) {
  return (
    <ActionForm action={confirmAlertAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton>Confirmer l’alerte</SubmitButton>
    </ActionForm>
  );
}

export function EndAlertForm({ token }: { token: string }) {
  return (
    <ActionForm action={endAlertAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton variant="secondary">Ne plus recevoir cette alerte</SubmitButton>
    </ActionForm>
  );
}
