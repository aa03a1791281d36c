import { addressProblemLabels } from "@/lib/reference/commune/labels";
import type { AddressProblem } from "@/lib/reference/commune/understand-address";

export type SiteRefusal = "notFound" | "termUnknown" | "tooMany" | AddressProblem;

/** Of each kind, for one structure. */
export const savedPlacesLimit = 200;

export const siteRefusalLabels: Record<SiteRefusal, string> = {
  ...addressProblemLabels,
  notFound: "Cet élément est introuvable.",
  termUnknown: "Choisissez un type de terrain d’action de la liste.",
  tooMany: `Vous gardez déjà ${savedPlacesLimit} éléments : retirez-en un.`,
};
