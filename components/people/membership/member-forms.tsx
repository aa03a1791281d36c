"use client";

import type { ComponentProps } from "react";
import { shownCriteria } from "@/components/people/account/password-criteria";
import { IdentityFields, NameFields } from "@/components/people/account/profile-forms";
import { ActionForm } from "@/components/ui/action-form";
import { EmailField } from "@/components/ui/email-field";
import { PasswordField } from "@/components/ui/password-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/components/ui/use-sending";
import {
  cancelInvitationAction,
  cancelModeratorInvitationAction,
  changeModeratorRoleAction,
  changeRoleAction,
  disableModeratorAction,
  enableModeratorAction,
  inviteColleagueAction,
  inviteModeratorAction,
  joinModeratorsAction,
  joinStructureAction,
  removeColleagueAction,
  resendInvitationAction,
  resendModeratorInvitationAction,
  transferRoleAction,
} from "@/lib/people/membership/actions";
import { roleWords } from "@/lib/people/membership/labels";
import { type MemberRole, type Team, teamRoles } from "@/lib/people/membership/rules";
import { invitationSchemas, joinSchemas, roleSchemas } from "@/lib/people/membership/schema";

const actions = {
  structure: {
    invite: inviteColleagueAction,
    resend: resendInvitationAction,
    cancel: cancelInvitationAction,
    changeRole: changeRoleAction,
    join: joinStructureAction,
  },
  agency: {
    invite: inviteModeratorAction,
    resend: resendModeratorInvitationAction,
    cancel: cancelModeratorInvitationAction,
    changeRole: changeModeratorRoleAction,
    join: joinModeratorsAction,
  },
};

function RoleField({ team }: { team: Team }) {
  const roles = teamRoles[team].map((role) => ({ value: role, ...roleWords(team, role) }));
  const hint = roles.map((role) => (
    <span key={role.value} className="block">
      {role.label} : {role.hint.toLowerCase()}
    </span>
  ));
  return <SelectField name="role" label="Rôle" hint={hint} choices={roles} />;
}

export function InviteForm({ team }: { team: Team }) {
  return (
    <ActionForm
      action={actions[team].invite}
      schema={invitationSchemas[team]}
      values={{ role: teamRoles[team][0] }}
    >
      <EmailField
        name="email"
        label="Adresse email"
        hint="Cette personne y recevra un lien, valable sept jours."
        autoComplete="off"
      />
      <div className="grid items-end gap-x-4 sm:grid-cols-2">
        <TextField name="lastName" label="Nom" optional autoComplete="off" />
        <TextField name="firstName" label="Prénom" optional autoComplete="off" />
      </div>
      <RoleField team={team} />
      <SubmitButton>Envoyer l’invitation</SubmitButton>
    </ActionForm>
  );
}

export function InvitationForms({ team, accountId }: { team: Team; accountId: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <MemberForm action={actions[team].resend} accountId={accountId}>
        Renvoyer l’invitation
      </MemberForm>
      <MemberForm action={actions[team].cancel} accountId={accountId} variant="danger">
        Annuler l’invitation
      </MemberForm>
    </div>
  );
}

interface RoleFormProps {
  team: Team;
  accountId: string;
  role: MemberRole;
}

export function ChangeRoleForm({ team, accountId, role }: RoleFormProps) {
  return (
    <ActionForm action={actions[team].changeRole} schema={roleSchemas[team]} values={{ role }}>
      <input type="hidden" name="accountId" value={accountId} />
      <RoleField team={team} />
      <SubmitButton variant="secondary">Changer le rôle</SubmitButton>
    </ActionForm>
  );
}

interface NamedMember {
  accountId: string;
  name: string;
}

export function TransferRoleForm({ accountId, name }: NamedMember) {
  return (
    <MemberForm action={transferRoleAction} accountId={accountId} variant="secondary">
      Confier mon rôle à {name}
    </MemberForm>
  );
}

export function RemoveColleagueForm({ accountId, name }: NamedMember) {
  return (
    <MemberForm action={removeColleagueAction} accountId={accountId} variant="danger">
      Retirer {name}
    </MemberForm>
  );
}

export function EnableModeratorForm({ accountId, name }: NamedMember) {
  return (
    <MemberForm action={enableModeratorAction} accountId={accountId}>
      Réactiver {name}
    </MemberForm>
  );
}

export function DisableModeratorForm({ accountId, name }: NamedMember) {
  return (
    <MemberForm action={disableModeratorAction} accountId={accountId} variant="danger">
      Désactiver {name}
    </MemberForm>
  );
}

interface MemberFormProps<T> extends Pick<
  ComponentProps<typeof SubmitButton>,
  "variant" | "children"
> {
  action: FormAction<T>;
  accountId: string;
}

/** A button about one member. */
function MemberForm<T>({ action, accountId, variant, children }: MemberFormProps<T>) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </ActionForm>
  );
}

interface JoinFormProps {
  team: Team;
  token: string;
  values: Record<string, string>;
}

export function JoinForm({ team, token, values }: JoinFormProps) {
  return (
    <ActionForm action={actions[team].join} schema={joinSchemas[team]} values={values}>
      <input type="hidden" name="token" value={token} />
      {team === "structure" ? <IdentityFields /> : <NameFields />}
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
