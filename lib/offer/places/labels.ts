import { inputs } from "@/lib/offer/content/inputs";
import { conflictLabels } from "@/lib/platform/form/labels";
import { phoneInWords } from "@/lib/platform/values/phone";
import { addressProblemLabels } from "@/lib/reference/commune/labels";
import type { AddressProblem } from "@/lib/reference/commune/understand-address";
import type { SavedReferent, SavedSite } from "./schema";

export type SiteRefusal =
  "notFound" | "termUnknown" | "tooMany" | keyof typeof conflictLabels | AddressProblem;

/** Of each kind, for one structure. */
export const savedPlacesLimit = 200;

export const siteRefusalLabels: Record<SiteRefusal, string> = {
  ...addressProblemLabels,
  ...conflictLabels,
  notFound: "Cet élément est introuvable.",
  termUnknown: "Choisissez un type de terrain d’action de la liste.",
  tooMany: `Vous gardez déjà ${savedPlacesLimit} éléments : retirez-en un.`,
};

/** The fields of both, as the form of an offer calls them. */
export const siteLabels: Record<keyof SavedSite, string> = {
  siteName: inputs.siteName.label,
  siteStreet: inputs.siteStreet.label,
  sitePostcode: inputs.sitePostcode.label,
  siteCommune: inputs.siteCommune.label,
  siteTypeId: inputs.siteTypeId.label,
};
export const referentLabels: Record<keyof SavedReferent, string> = {
  referentName: inputs.referentName.label,
  referentFunction: inputs.referentFunction.label,
  referentPhone: inputs.referentPhone.label,
  referentEmail: inputs.referentEmail.label,
};

/** A saved referent as its form shows it. */
export function referentInWords(referent: SavedReferent): SavedReferent {
  const { referentName, referentFunction, referentPhone, referentEmail } = referent;
  return {
    referentName,
    referentFunction,
    referentPhone: phoneInWords(referentPhone),
    referentEmail,
  };
}
