import type { StructureRole } from "@/lib/platform/policy";

export const roleLabels: Record<StructureRole, string> = {
  administrator: "Administrateur",
  editor: "Éditeur",
};

/** What each role may do, where one is chosen. */
export const roleHints: Record<StructureRole, string> = {
  editor: "Dépose et modifie toutes les offres de la structure.",
  administrator: "Gère en plus les comptes et les informations de la structure.",
};

export type ColleagueRefusal =
  | "notFound"
  | "addressToConfirm"
  | "emailTaken"
  | "alreadyInvited"
  | "tooManyInvitations"
  | "linkUnusable"
  | "notJoined"
  | "alreadyJoined"
  | "lastAdministrator"
  | "yourself";

export const colleagueRefusalLabels: Record<ColleagueRefusal, string> = {
  notFound: "Ce collègue est introuvable, ou vous ne gérez plus les comptes de la structure.",
  addressToConfirm:
    "Confirmez d’abord votre adresse : ouvrez le lien reçu par mail, puis invitez vos collègues.",
  emailTaken:
    "Cette adresse a déjà un compte sur le portail. Demandez une autre adresse à cette personne, ou qu’elle ferme d’abord son compte.",
  alreadyInvited:
    "Cette adresse a déjà été invitée par votre structure. Renvoyez plutôt l’invitation.",
  tooManyInvitations: "Beaucoup d’invitations viennent d’être envoyées. Réessayez dans {wait}.",
  linkUnusable:
    "Cette invitation a déjà servi ou n’est plus valable. Demandez-en une autre à l’administrateur de votre structure.",
  notJoined: "Cette personne n’a pas encore répondu à son invitation.",
  alreadyJoined: "Cette personne a déjà répondu à son invitation.",
  lastAdministrator:
    "La structure doit garder un administrateur : confiez d’abord ce rôle à un collègue.",
  yourself: "Pour votre propre compte, passez par « Mon profil ».",
};
