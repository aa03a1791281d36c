import { phoneInWords } from "@/lib/platform/fields";
import { supportLabels } from "./labels";
import type { OfferPreview } from "./preview";
import type { LocalReferent } from "./schema";

/**
 * Names and values of an offer as its pages and its PDF both show them; an empty value is one that
 * was not given.
 */
export type OfferFacts = readonly (readonly [name: string, value: string])[];

export function informationFacts(offer: OfferPreview): OfferFacts {
  const support = [
    ...(offer.lodging ? [supportLabels.lodging] : []),
    ...(offer.catering ? [supportLabels.catering] : []),
  ];
  return [
    ["Titre de l’offre", offer.title],
    ["Thématiques", offer.themes.join(", ")],
    ["Public cible", offer.audiences.join(", ")],
    ["Nombre de places", offer.places === null ? "" : String(offer.places)],
    ["Options de prise en charge", support.join(", ") || "Aucune"],
    ["Description", offer.description],
  ];
}

export function siteFacts({ site }: OfferPreview): OfferFacts {
  return [
    ["Structure d’accueil", site.name],
    [
      "Adresse",
      [site.street, `${site.postcode} ${site.communeName}`.trim()].filter(Boolean).join(", "),
    ],
    ["Type de terrain d’action", site.type],
  ];
}

export function referentFacts(referent: LocalReferent): OfferFacts {
  return [
    ["Nom", referent.name],
    ["Fonction", referent.function],
    ["Téléphone", phoneInWords(referent.phone)],
    ["Email", referent.email],
  ];
}

export interface OfferorInWords {
  structure: {
    name: string;
    street: string;
    postcode: string;
    communeName: string;
    type: string;
    representativeName: string;
    representativeFunction: string;
  };
  depositor: {
    name: string;
    function: string;
    phone: string;
    email: string;
    addressConfirmed: boolean;
  };
}

/** Who offers, for the structure itself and the ARS. */
export function offerorFacts({ structure, depositor }: OfferorInWords): OfferFacts {
  return [
    ["Structure offrente", structure.name],
    ["Type de structure", structure.type],
    ["Adresse", `${structure.street}, ${structure.postcode} ${structure.communeName}`],
    [
      "Représentant de la structure",
      `${structure.representativeName}, ${structure.representativeFunction}`,
    ],
    ["Administrateur", `${depositor.name}, ${depositor.function}`],
    ["Téléphone", phoneInWords(depositor.phone)],
    ["Email", depositor.addressConfirmed ? depositor.email : `${depositor.email} (à confirmer)`],
  ];
}

/** Who offers, for everyone: nothing about people. */
export function publicOfferorFacts(structure: { name: string; type: string }): OfferFacts {
  return [
    ["Structure offrente", structure.name],
    ["Type de structure", structure.type],
  ];
}
