"use client";

import { IdentityFields } from "@/components/account/profile-forms";
import { shownCriteria } from "@/components/account/password-criteria";
import { ActionForm } from "@/components/ui/action-form";
import { PasswordField } from "@/components/ui/password-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import {
  cancelInvitationAction,
  changeRoleAction,
  inviteColleagueAction,
  joinStructureAction,
  removeColleagueAction,
  resendInvitationAction,
  transferRoleAction,
} from "@/lib/colleague/actions";
import { roleHints, roleLabels } from "@/lib/colleague/labels";
import { invitationSchema, joinSchema, roleSchema } from "@/lib/colleague/schema";
import type { StructureRole } from "@/lib/platform/policy";

const roles = (["editor", "administrator"] as const).map((role) => ({
  value: role,
  label: roleLabels[role],
}));
const aboutRoles = (
  <>
    <span className="block">
      {roleLabels.editor} : {roleHints.editor.toLowerCase()}
    </span>
    <span className="block">
      {roleLabels.administrator} : {roleHints.administrator.toLowerCase()}
    </span>
  </>
);

export function InviteColleagueForm() {
  return (
    <ActionForm
      action={inviteColleagueAction}
      schema={invitationSchema}
      values={{ role: "editor" }}
    >
      <TextField
        name="email"
        label="Adresse email"
        hint="Cette personne y recevra un lien, valable sept jours."
        type="email"
        autoComplete="off"
      />
      <div className="grid items-end gap-x-4 sm:grid-cols-2">
        <TextField name="lastName" label="Nom" optional autoComplete="off" />
        <TextField name="firstName" label="Prénom" optional autoComplete="off" />
      </div>
      <SelectField name="role" label="Rôle" hint={aboutRoles} choices={roles} />
      <SubmitButton>Envoyer l’invitation</SubmitButton>
    </ActionForm>
  );
}

export function ResendInvitationForm({ accountId }: { accountId: string }) {
  return (
    <ActionForm action={resendInvitationAction}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton>Renvoyer l’invitation</SubmitButton>
    </ActionForm>
  );
}

export function CancelInvitationForm({ accountId }: { accountId: string }) {
  return (
    <ActionForm action={cancelInvitationAction}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant="danger">Annuler l’invitation</SubmitButton>
    </ActionForm>
  );
}

export function ChangeRoleForm({ accountId, role }: { accountId: string; role: StructureRole }) {
  return (
    <ActionForm action={changeRoleAction} schema={roleSchema} values={{ role }}>
      <input type="hidden" name="accountId" value={accountId} />
      <SelectField name="role" label="Rôle" hint={aboutRoles} choices={roles} />
      <SubmitButton variant="secondary">Changer le rôle</SubmitButton>
    </ActionForm>
  );
}

export function TransferRoleForm({ accountId, name }: { accountId: string; name: string }) {
  return (
    <ActionForm action={transferRoleAction}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant="secondary">Confier mon rôle à {name}</SubmitButton>
    </ActionForm>
  );
}

export function RemoveColleagueForm({ accountId, name }: { accountId: string; name: string }) {
  return (
    <ActionForm action={removeColleagueAction}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant="danger">Retirer {name}</SubmitButton>
    </ActionForm>
  );
}

export function JoinStructureForm({
  token,
  values,
}: {
  token: string;
  values: Record<string, string>;
}) {
  return (
    <ActionForm action={joinStructureAction} schema={joinSchema} values={values}>
      <input type="hidden" name="token" value={token} />
      <IdentityFields />
      <PasswordField
        name="password"
        label="Mot de passe"
        autoComplete="new-password"
        criteria={shownCriteria}
      />
      <SubmitButton>Créer mon compte</SubmitButton>
    </ActionForm>
  );
}
