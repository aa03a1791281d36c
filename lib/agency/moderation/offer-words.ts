import { publicationLabels, validationLabels } from "@/lib/offer/lifecycle/labels";
import { dayInWords, startOfDay } from "@/lib/platform/values/calendar-day";
import { counted } from "@/lib/platform/values/french";
import {
  type formCriteria,
  hoursOf,
  type OfferFilter,
  type OfferPublicationFilter,
  type OfferStateFilter,
} from "./offer-filter";

export const offerStateLabels: Record<OfferStateFilter, string> = {
  pending: validationLabels.pending,
  approved: validationLabels.approved,
  changesRequested: validationLabels.changesRequested,
  refused: validationLabels.refused,
  notRefused: "Toutes sauf les refusées",
};

export const offerPublicationLabels: Record<OfferPublicationFilter, string> = {
  visible: "Visible dans le catalogue",
  published: publicationLabels.published,
  onApproval: publicationLabels.onApproval,
  unpublished: publicationLabels.unpublished,
  paused: "En pause",
  archived: "Archivée",
  ever: "Publiée au moins une fois",
};

/**
 * A criterion that the form does not ask for, in words.
 * @param structureName of the structure that the filter names
 */
export function criterionInWords(
  name: (typeof formCriteria)[number],
  filter: OfferFilter,
  structureName: string,
): string {
  const on = (day: string) => dayInWords(startOfDay(day));
  switch (name) {
    case "structure":
      return `Structure : ${structureName || "inconnue"}`;
    case "soumisdu":
      return `Première soumission à partir du ${on(filter.soumisdu)}`;
    case "soumisau":
      return `Première soumission jusqu’au ${on(filter.soumisau)}`;
    case "validedu":
      return `Première validation à partir du ${on(filter.validedu)}`;
    case "valideau":
      return `Première validation jusqu’au ${on(filter.valideau)}`;
    case "delai":
      return `Décision prise ${delayInWords(filter.delai)}`;
  }
}

/**
 * «en moins de 24 heures», «entre 3 et 7 jours», «en 14 jours ou plus». @param range hours, see
 * {@link hoursOf}
 */
export function delayInWords(range: string): string {
  const { from = 0, until = null } = hoursOf(range) ?? {};
  if (until === null) return `en ${hoursInWords(from)} ou plus`;
  if (from === 0) return `en moins de ${hoursInWords(until)}`;
  return `entre ${hoursInWords(from)} et ${hoursInWords(until)}`;
}

/** Whole days where there are some: «3 jours», «30 heures», «1 heure». */
function hoursInWords(hours: number): string {
  if (hours >= 48 && hours % 24 === 0) return counted(hours / 24, "jour", "jours");
  return counted(hours, "heure", "heures");
}
