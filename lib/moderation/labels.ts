/** What a pending offer may be, apart from pending: what moderators filter by, and read as badges. */
export const queueKinds = ["first", "unconfirmed", "revision"] as const;
export type QueueKind = (typeof queueKinds)[number];

export const queueKindLabels: Record<QueueKind, string> = {
  first: "Première offre de cette structure",
  unconfirmed: "Adresse non confirmée",
  revision: "Nouvelle révision",
};

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
