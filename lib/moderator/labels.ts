import type { ModeratorRole } from "@/lib/platform/policy";
import type { Digest } from "./rules";

export const moderatorRoleLabels: Record<ModeratorRole, string> = {
  moderator: "Modérateur",
  administrator: "Administrateur du portail",
};

/** What each role may do, where one is chosen. */
export const moderatorRoleHints: Record<ModeratorRole, string> = {
  moderator: "Examine les offres et tient les vocabulaires.",
  administrator: "Gère en plus les modérateurs.",
};

export const digestLabels: Record<Digest, string> = {
  atOnce: "Un mail à chaque offre soumise",
  daily: "Un mail par jour",
  weekly: "Un mail par semaine, le lundi",
  never: "Aucun mail",
};

export type ModeratorRefusal =
  | "notFound"
  | "emailTaken"
  | "alreadyModerator"
  | "tooManyInvitations"
  | "linkUnusable"
  | "alreadyJoined"
  | "notJoined"
  | "yourself";

export const moderatorRefusalLabels: Record<ModeratorRefusal, string> = {
  notFound: "Ce modérateur est introuvable, ou vous n’administrez plus le portail.",
  emailTaken:
    "Cette adresse a déjà un compte de structure sur le portail. Demandez une autre adresse à cette personne.",
  alreadyModerator: "Cette adresse est déjà celle d’un modérateur.",
  tooManyInvitations: "Beaucoup d’invitations viennent d’être envoyées. Réessayez dans {wait}.",
  linkUnusable:
    "Cette invitation a déjà servi ou n’est plus valable. Demandez-en une autre à un administrateur du portail.",
  alreadyJoined: "Cette personne a déjà répondu à son invitation.",
  notJoined: "Cette personne n’a pas encore répondu à son invitation.",
  yourself: "Votre propre compte : un autre administrateur du portail peut le changer.",
};

export const digestRefusalLabels = {
  linkUnknown:
    "Ce lien n’est pas valable. Réglez vos avis dans la modération, à la page « Mes avis ».",
};
