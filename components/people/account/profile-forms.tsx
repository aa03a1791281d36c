"use client";

import { ActionForm } from "@/components/ui/action-form";
import { CheckBox } from "@/components/ui/check-box";
import { EmailField } from "@/components/ui/email-field";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { identitySchema } from "@/lib/people/account/person";
import {
  cancelAddressChangeAction,
  changePasswordAction,
  chooseMailsAction,
  closeAccountAction,
  confirmNewAddressAction,
  editIdentityAction,
  endOtherSessionsAction,
  endSessionAction,
  requestAddressChangeAction,
} from "@/lib/people/profile/actions";
import {
  changeAddressSchema,
  changePasswordSchema,
  closeAccountSchema,
} from "@/lib/people/profile/schema";
import { shownCriteria } from "./password-criteria";

export function NameFields() {
  return (
    <div className="grid items-end gap-x-4 sm:grid-cols-2">
      <TextField name="lastName" label="Nom" autoComplete="family-name" />
      <TextField name="firstName" label="Prénom" autoComplete="given-name" />
    </div>
  );
}

/** Name, function and telephone: the fields of whoever has an account. */
export function IdentityFields() {
  return (
    <>
      <NameFields />
      <TextField name="function" label="Fonction" autoComplete="organization-title" />
      <TextField
        name="phone"
        label="Téléphone"
        hint="Par exemple 03 83 00 00 00, ou 03 83 00 00 00 poste 12"
        type="tel"
        autoComplete="tel"
      />
    </>
  );
}

export function IdentityForm({ values }: { values: Record<string, string> }) {
  return (
    <ActionForm action={editIdentityAction} schema={identitySchema} values={values}>
      <IdentityFields />
      <SubmitButton>Enregistrer</SubmitButton>
    </ActionForm>
  );
}

export function ChangePasswordForm() {
  return (
    <ActionForm action={changePasswordAction} schema={changePasswordSchema}>
      <PasswordField
        name="currentPassword"
        label="Mot de passe actuel"
        autoComplete="current-password"
      />
      <PasswordField
        name="password"
        label="Nouveau mot de passe"
        autoComplete="new-password"
        criteria={shownCriteria}
      />
      <SubmitButton>Changer mon mot de passe</SubmitButton>
    </ActionForm>
  );
}

export function ChangeAddressForm() {
  return (
    <ActionForm action={requestAddressChangeAction} schema={changeAddressSchema}>
      <EmailField
        name="email"
        label="Nouvelle adresse email"
        hint="Elle recevra un lien : le changement vaut quand vous l’aurez confirmé."
        autoComplete="email"
      />
      <PasswordField
        name="currentPassword"
        label="Mot de passe actuel"
        autoComplete="current-password"
      />
      <SubmitButton>Changer mon adresse</SubmitButton>
    </ActionForm>
  );
}

export function CancelAddressChangeForm() {
  return (
    <ActionForm action={cancelAddressChangeAction}>
      <SubmitButton variant="secondary">Garder mon adresse actuelle</SubmitButton>
    </ActionForm>
  );
}

export function ConfirmNewAddressForm({ token }: { token: string }) {
  return (
    <ActionForm action={confirmNewAddressAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton>Confirmer ma nouvelle adresse</SubmitButton>
    </ActionForm>
  );
}

export function MailPreferencesForm({
  wantsReceipts,
  wantsReminders,
}: {
  wantsReceipts: boolean;
  wantsReminders: boolean;
}) {
  return (
    <ActionForm action={chooseMailsAction}>
      <div className="mb-4">
        <CheckBox
          name="wantsReceipts"
          value="on"
          defaultChecked={wantsReceipts}
          label="Accusés de réception"
          hint="Un message quand une offre que vous avez déposée est transmise à l’agence."
        />
        <CheckBox
          name="wantsReminders"
          value="on"
          defaultChecked={wantsReminders}
          label="Rappels"
          hint="Une offre qui attend quelque chose de vous : au plus un message par semaine."
        />
      </div>
      <SubmitButton variant="secondary">Enregistrer mes choix</SubmitButton>
    </ActionForm>
  );
}

export function EndSessionForm({ sessionId, browser }: { sessionId: string; browser: string }) {
  return (
    <ActionForm action={endSessionAction}>
      <input type="hidden" name="sessionId" value={sessionId} />
      <SubmitButton variant="secondary">
        Déconnecter<span className="sr-only"> : {browser}</span>
      </SubmitButton>
    </ActionForm>
  );
}

export function EndOtherSessionsForm() {
  return (
    <ActionForm action={endOtherSessionsAction}>
      <SubmitButton>Déconnecter partout ailleurs</SubmitButton>
    </ActionForm>
  );
}

export function CloseAccountForm() {
  return (
    <ActionForm action={closeAccountAction} schema={closeAccountSchema}>
      <PasswordField
        name="currentPassword"
        label="Mot de passe actuel"
        autoComplete="current-password"
      />
      <SubmitButton variant="danger">Fermer définitivement mon compte</SubmitButton>
    </ActionForm>
  );
}
