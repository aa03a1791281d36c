"use client";

import { shownCriteria } from "@/components/account/password-criteria";
import { ActionForm, useField } from "@/components/ui/action-form";
import { CheckBox } from "@/components/ui/check-box";
import { FieldGroup } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { type Choice, SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import {
  cancelModeratorInvitationAction,
  changeModeratorRoleAction,
  choosePreferencesAction,
  disableModeratorAction,
  enableModeratorAction,
  inviteModeratorAction,
  joinModeratorsAction,
  resendModeratorInvitationAction,
  stopDigestAction,
} from "@/lib/moderator/actions";
import { digestLabels, moderatorRoleHints, moderatorRoleLabels } from "@/lib/moderator/labels";
import { digests } from "@/lib/moderator/rules";
import {
  joinModeratorsSchema,
  moderatorInvitationSchema,
  moderatorRoleSchema,
  preferencesSchema,
} from "@/lib/moderator/schema";
import type { ModeratorRole } from "@/lib/platform/policy";

const roleCodes = ["moderator", "administrator"] as const;
const roles = roleCodes.map((role) => ({ value: role, label: moderatorRoleLabels[role] }));
const aboutRoles = roleCodes.map((role) => (
  <span key={role} className="block">
    {moderatorRoleLabels[role]} : {moderatorRoleHints[role].toLowerCase()}
  </span>
));

export function InviteModeratorForm() {
  return (
    <ActionForm
      action={inviteModeratorAction}
      schema={moderatorInvitationSchema}
      values={{ role: "moderator" }}
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

export function ModeratorInvitationForms({ accountId }: { accountId: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <ActionForm action={resendModeratorInvitationAction}>
        <input type="hidden" name="accountId" value={accountId} />
        <SubmitButton>Renvoyer l’invitation</SubmitButton>
      </ActionForm>
      <ActionForm action={cancelModeratorInvitationAction}>
        <input type="hidden" name="accountId" value={accountId} />
        <SubmitButton variant="danger">Annuler l’invitation</SubmitButton>
      </ActionForm>
    </div>
  );
}

export function ChangeModeratorRoleForm({
  accountId,
  role,
}: {
  accountId: string;
  role: ModeratorRole;
}) {
  return (
    <ActionForm action={changeModeratorRoleAction} schema={moderatorRoleSchema} values={{ role }}>
      <input type="hidden" name="accountId" value={accountId} />
      <SelectField name="role" label="Rôle" hint={aboutRoles} choices={roles} />
      <SubmitButton variant="secondary">Changer le rôle</SubmitButton>
    </ActionForm>
  );
}

export function ModeratorAccessForm({
  accountId,
  name,
  disabled,
}: {
  accountId: string;
  name: string;
  disabled: boolean;
}) {
  return (
    <ActionForm action={disabled ? enableModeratorAction : disableModeratorAction}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant={disabled ? "primary" : "danger"}>
        {disabled ? `Réactiver ${name}` : `Désactiver ${name}`}
      </SubmitButton>
    </ActionForm>
  );
}

export function JoinModeratorsForm({
  token,
  values,
}: {
  token: string;
  values: Record<string, string>;
}) {
  return (
    <ActionForm action={joinModeratorsAction} schema={joinModeratorsSchema} values={values}>
      <input type="hidden" name="token" value={token} />
      <div className="grid items-end gap-x-4 sm:grid-cols-2">
        <TextField name="lastName" label="Nom" autoComplete="family-name" />
        <TextField name="firstName" label="Prénom" autoComplete="given-name" />
      </div>
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

const rhythms = digests.map((digest) => ({ value: digest, label: digestLabels[digest] }));

export function PreferencesForm({
  departments,
  values,
}: {
  departments: readonly Choice[];
  values: { departments: string[]; digest: string };
}) {
  return (
    <ActionForm action={choosePreferencesAction} schema={preferencesSchema} values={values}>
      <DepartmentBoxes departments={departments} />
      <SelectField
        name="digest"
        label="Offres qui attendent"
        hint="Un mail ne part que si une offre de ces départements attend une décision."
        choices={rhythms}
      />
      <SubmitButton>Enregistrer mes choix</SubmitButton>
    </ActionForm>
  );
}

function DepartmentBoxes({ departments }: { departments: readonly Choice[] }) {
  const { error, value } = useField("departments");
  const chosen = Array.isArray(value) ? value : [value ?? ""];
  return (
    <FieldGroup
      name="departments"
      label="Mes départements"
      hint="Aucun coché : toute la région."
      optional
      error={error}
    >
      <div className="grid sm:grid-cols-2">
        {departments.map((department) => (
          <CheckBox
            key={department.value}
            name="departments"
            value={department.value}
            label={department.label}
            defaultChecked={chosen.includes(department.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

export function StopDigestForm({ token }: { token: string }) {
  return (
    <ActionForm action={stopDigestAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton>Ne plus recevoir ces mails</SubmitButton>
    </ActionForm>
  );
}
