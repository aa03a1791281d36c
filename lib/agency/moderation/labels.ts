import { plainField } from "@/lib/offer/content/inputs";
import { type OfferRefusal, offerRefusalLabels } from "@/lib/offer/lifecycle/labels";
import type { UndoRefusal } from "@/lib/offer/lifecycle/undo";
import { conflictLabels } from "@/lib/platform/form/labels";
import type { Hint } from "./hints";

export type ClaimRefusal = "claimedByOther";
export type TemplateRefusal = "notFound" | "nameTaken" | "tooMany" | keyof typeof conflictLabels;

/**
 * What a pending offer may be, apart from pending: what moderators filter by, and read as badges.
 */
export const queueKinds = ["first", "unconfirmed", "revision"] as const;
export type QueueKind = (typeof queueKinds)[number];

export const queueKindLabels: Record<QueueKind, string> = {
  first: "Première offre de cette structure",
  unconfirmed: "Adresse non confirmée",
  revision: "Nouvelle révision",
};

/** Offers by who looks at them: the viewer, or nobody. */
export const claimKinds = ["mine", "free"] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const claimKindLabels: Record<ClaimKind, string> = {
  mine: "Dont je m’occupe",
  free: "Dont personne ne s’occupe",
};

/** A hint as a sentence. */
export function hintInWords(hint: Hint): string {
  switch (hint.code) {
    case "phoneInText":
      return `Le texte contient un numéro de téléphone : « ${hint.found} ».`;
    case "addressInText":
      return `Le texte contient une adresse : « ${hint.found} ».`;
    case "manyPlaces":
      return `${hint.places} places : c’est beaucoup pour une seule offre.`;
    case "shortText":
      return hint.length === 0
        ? "L’offre n’a pas de description."
        : `La description ne compte que ${hint.length} caractères.`;
    case "capitals":
      return `En capitales : ${plainField(hint.part).label.toLowerCase()}.`;
    case "outsideRegion":
      return `Le terrain est hors de la région (département ${hint.department}).`;
    case "elapsed":
      return "Tous les mois de l’offre sont déjà passés.";
    case "possibleDuplicate":
      return "Une autre offre de cette structure dit presque la même chose :";
  }
}

export type ModerationRefusal = OfferRefusal | UndoRefusal | ClaimRefusal | "templateOfOther";

export const moderationRefusalLabels: Record<ModerationRefusal, string> = {
  ...offerRefusalLabels,
  undoTooLate: "Il est trop tard pour annuler : la structure est prévenue.",
  undoMovedOn: "La décision ne peut plus être annulée : la structure a déjà repris son offre.",
  templateOfOther:
    "Ce motif enregistré est celui d’une autre décision : choisissez-en un autre, ou écrivez le " +
    "motif.",
  claimedByOther: "{by} s’occupe déjà de cette offre.",
};

export const templateRefusalLabels: Record<TemplateRefusal, string> = {
  ...conflictLabels,
  notFound: "Ce motif n’existe plus.",
  nameTaken: "Un motif de cette décision porte déjà ce nom.",
  tooMany: "Cent motifs sont enregistrés : retirez-en un d’abord.",
};

/** The fields of a kept reason, as its form and a conflict call them. */
export const templateLabels = {
  decision: "Décision",
  name: "Nom du motif",
  words: "Texte du motif",
} as const;

export const templateDecisionLabels = {
  changesRequested: "Demande de correction",
  refused: "Refus",
} as const;

/** A kept reason as its form shows it. */
export function templateInWords({
  decision,
  name,
  words,
}: {
  decision: keyof typeof templateDecisionLabels;
  name: string;
  words: string;
}): Record<keyof typeof templateLabels, string> {
  return { decision: templateDecisionLabels[decision], name, words };
}

const relative = new Intl.RelativeTimeFormat("fr-FR", { numeric: "auto" });

/** «il y a 3 jours»: how long something has waited; «à l’instant» for less than a minute. */
export function ageInWords(since: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - since.getTime()) / 60_000);
  if (minutes < 1) return "à l’instant";
  if (minutes < 60) return relative.format(-minutes, "minute");
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? relative.format(-hours, "hour")
    : relative.format(-Math.floor(hours / 24), "day");
}
