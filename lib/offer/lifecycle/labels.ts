import { documentRefusalLabels } from "@/lib/offer/documents/labels";
import { conflictLabels } from "@/lib/platform/form/labels";
import { addressProblemLabels } from "@/lib/reference/commune/labels";
import type { AddressProblem } from "@/lib/reference/commune/understand-address";
import type { HistoryDeed } from "./history";
import type { Publication, Refusal, Validation } from "./rules";
import type { Visibility } from "./visibility";

export const validationLabels: Record<Validation, string> = {
  draft: "Brouillon",
  pending: "Offre en attente de validation",
  approved: "Offre validée",
  changesRequested: "Correction demandée",
  refused: "Offre refusée",
};

export const publicationLabels: Record<Publication, string> = {
  unpublished: "Non publiée",
  onApproval: "Publiée dès la validation",
  published: "Publiée",
};

/**
 * Where an offer stands for the public, in two words: a pause and the archives come before what was
 * published.
 */
export function publicationInWords({
  publication,
  visibility,
  archived,
}: {
  publication: Publication;
  visibility: Visibility;
  archived: boolean;
}): string {
  if (archived) return "Archivée";
  return visibility === "paused" ? "En pause" : publicationLabels[publication];
}

export type OfferRefusal =
  | Refusal
  | "pauseTooEarly"
  | "pauseTooLong"
  | "notFound"
  | "draftConflict"
  | "nothingTyped"
  | "conflict"
  | "documentsFull"
  | "decidedMeanwhile"
  | "depositNotOpen"
  | "depositClosed"
  | "incomplete"
  | "termUnknown"
  | AddressProblem;

/** Why something was refused to an offer, with what fills its words. */
export interface RefusedOffer {
  code: OfferRefusal;
  params: Record<string, string>;
}

export const offerRefusalLabels: Record<OfferRefusal, string> = {
  notYours: "Cette action ne vous est pas ouverte.",
  deleted: "Cette offre est supprimée. Rétablissez-la d’abord.",
  archived: "Cette offre est archivée. Sortez-la d’abord des archives.",
  notArchived: "Cette offre n’est pas archivée.",
  notDeleted: "Cette offre n’est pas supprimée.",
  wrongState: "L’état de l’offre ne permet pas cette action.",
  reasonMissing: "Expliquez votre décision : la structure recevra ce motif.",
  alreadyDone: "C’est déjà fait.",
  pauseTooEarly: "Choisissez un jour à venir : demain au plus tôt.",
  pauseTooLong: "Une pause dure au plus un an. Au-delà, archivez l’offre.",
  notFound: "Cette offre est introuvable.",
  conflict:
    "L’offre a changé entre-temps : quelqu’un d’autre l’a modifiée ou décidée. Rechargez " +
    "la page pour voir où elle en est.",
  documentsFull: documentRefusalLabels.structureFull,
  depositNotOpen:
    "Le dépôt des offres de cette campagne ouvre le {day}. Votre brouillon est gardé : " +
    "vous le soumettrez alors.",
  depositClosed:
    "Le dépôt des offres de cette campagne est clos depuis le {day}. Votre brouillon est gardé.",
  decidedMeanwhile:
    "{by} a déjà décidé de cette offre : {decision}. Votre décision n’est pas enregistrée.",
  draftConflict: conflictLabels.changedMeanwhile,
  nothingTyped: "Rien n’a encore été saisi.",
  incomplete:
    "Il manque des informations pour soumettre l’offre. Les rubriques à compléter sont signalées.",
  termUnknown:
    "Un thème, un public ou un type de terrain choisi n’est plus proposé. Modifiez la " +
    "rubrique : il y est signalé, choisissez-en un autre.",
  ...addressProblemLabels,
};

/** What became of a submitted version, as the end of a sentence. */
export const decisionLabels = {
  pending: "en attente de validation",
  approved: "validée",
  changesRequested: "correction demandée",
  refused: "refusée",
  superseded: "remplacée par une version plus récente",
} as const;

export const historyLabels: Record<HistoryDeed, string> = {
  created: "Brouillon créé",
  duplicated: "Créée par copie d’une autre offre",
  renewed: "Créée par renouvellement",
  submitted: "Soumise à l’agence",
  appliedAtOnce: "Modifiée, sans validation nécessaire",
  approved: "Validée",
  changesRequested: "Correction demandée",
  refused: "Refusée",
  decisionUndone: "Décision annulée",
  published: "Publiée",
  unpublished: "Dépubliée",
  paused: "Mise en pause",
  woken: "Pause finie",
  archived: "Archivée",
  unarchived: "Sortie des archives",
  deleted: "Mise à la corbeille",
  restored: "Rétablie",
  renewalAnswered: "Réponse sur le renouvellement",
  suspended: "Suspendue",
  suspensionLifted: "Suspension levée",
};
