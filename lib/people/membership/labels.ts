import type { MemberRole, Team, TeamRoles } from "./rules";

export const roleLabels: { [T in Team]: Record<TeamRoles[T], string> } = {
  structure: { editor: "Éditeur", administrator: "Administrateur" },
  agency: { moderator: "Modérateur", administrator: "Administrateur du portail" },
};

/** What each role may do, where one is chosen. */
export const roleHints: { [T in Team]: Record<TeamRoles[T], string> } = {
  structure: {
    editor: "Dépose et modifie toutes les offres de la structure.",
    administrator: "Gère en plus les comptes et les informations de la structure.",
  },
  agency: {
    moderator: "Examine les offres et tient les vocabulaires.",
    administrator: "Gère en plus les modérateurs.",
  },
};

/** The words of a role where the team is a variable. */
export function roleWords(team: Team, role: MemberRole): { label: string; hint: string } {
  const labels: Partial<Record<MemberRole, string>> = roleLabels[team];
  const hints: Partial<Record<MemberRole, string>> = roleHints[team];
  return { label: labels[role] ?? "", hint: hints[role] ?? "" };
}

export type MembershipRefusal =
  | "notFound"
  | "addressToConfirm"
  | "emailTaken"
  | "alreadyInvited"
  | "alreadyModerator"
  | "tooManyInvitations"
  | "linkUnusable"
  | "notJoined"
  | "alreadyJoined"
  | "yourself";

const both = {
  addressToConfirm:
    "Confirmez d’abord votre adresse : ouvrez le lien reçu par mail, puis invitez vos collègues.",
  alreadyInvited:
    "Cette adresse a déjà été invitée par votre structure. Renvoyez plutôt l’invitation.",
  alreadyModerator: "Cette adresse est déjà celle d’un modérateur.",
  tooManyInvitations: "Beaucoup d’invitations viennent d’être envoyées. Réessayez dans {wait}.",
  notJoined: "Cette personne n’a pas encore répondu à son invitation.",
  alreadyJoined: "Cette personne a déjà répondu à son invitation.",
};

export const membershipRefusalLabels: Record<Team, Record<MembershipRefusal, string>> = {
  structure: {
    ...both,
    notFound: "Ce collègue est introuvable, ou vous ne gérez plus les comptes de la structure.",
    emailTaken:
      "Cette adresse a déjà un compte sur le portail. Demandez une autre adresse à cette " +
      "personne, ou qu’elle ferme d’abord son compte.",
    linkUnusable:
      "Cette invitation a déjà servi ou n’est plus valable. Demandez-en une autre à " +
      "l’administrateur de votre structure.",
    yourself: "Pour votre propre compte, passez par « Mon profil ».",
  },
  agency: {
    ...both,
    notFound: "Ce modérateur est introuvable, ou vous n’administrez plus le portail.",
    emailTaken:
      "Cette adresse a déjà un compte de structure sur le portail. Demandez une autre adresse à " +
      "cette personne.",
    linkUnusable:
      "Cette invitation a déjà servi ou n’est plus valable. Demandez-en une autre à un " +
      "administrateur du portail.",
    yourself: "Votre propre compte : un autre administrateur du portail peut le changer.",
  },
};
