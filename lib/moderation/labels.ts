import type { Hint } from "./hints";

/** What a pending offer may be, apart from pending: what moderators filter by, and read as badges. */
export const queueKinds = ["first", "unconfirmed", "revision"] as const;
export type QueueKind = (typeof queueKinds)[number];

export const queueKindLabels: Record<QueueKind, string> = {
  first: "Première offre de cette structure",
  unconfirmed: "Adresse non confirmée",
  revision: "Nouvelle révision",
};

/** A hint as a sentence. */
export function hintInWords(hint: Hint): string {
  switch (hint.code) {
    case "phoneInText":
      return `Le texte contient un numéro de téléphone : « ${hint.found} ».`;
    case "addressInText":
      return `Le texte contient une adresse : « ${hint.found} ».`;
    case "manyPlaces":
      return `${hint.places} places : c’est beaucoup pour une seule offre.`;
    case "shortText":
      return hint.length === 0 ? "L’offre n’a pas de description." : `La description ne compte que ${hint.length} caractères.`;
    case "capitals":
      return hint.part === "title" ? "Le titre est en capitales." : "La description est en capitales.";
    case "outsideRegion":
      return `Le terrain est hors de la région (département ${hint.department}).`;
    case "possibleDuplicate":
      return "Une autre offre de cette structure dit presque la même chose :";
  }
}

/** What is said after a decision, by its code. */
export const decidedWords = {
  approve: "L’offre est validée. La structure est prévenue.",
  requestChanges: "La correction est demandée. La structure est prévenue.",
  refuse: "L’offre est refusée. La structure est prévenue.",
};

const relative = new Intl.RelativeTimeFormat("fr-FR", { numeric: "auto" });
const hour = 3_600_000;

/** «il y a 3 jours»: how long something has waited. */
export function ageInWords(since: Date, now: Date): string {
  const hours = Math.floor((now.getTime() - since.getTime()) / hour);
  if (hours < 1) return "à l’instant";
  return hours < 24 ? relative.format(-hours, "hour") : relative.format(-Math.floor(hours / 24), "day");
}
