import { phoneInWords } from "@/lib/platform/values/phone";
import { addressInWords } from "@/lib/reference/commune/labels";
import { type FormPage, plainField, type PlainName, plainNames } from "./inputs";
import { listIn, textIn } from "./parts";
import type { OfferPreview } from "./preview";
import type { LocalReferent } from "./schema";

/**
 * Names and values of an offer as its pages and its PDF both show them; an empty value is one that
 * was not given.
 */
export type OfferFacts = readonly (readonly [name: string, value: string])[];

/** The plain fields of one page of the form; long texts come last, where they push nothing down. */
function plainFacts(offer: OfferPreview, page: FormPage): OfferFacts {
  return [...lineFacts(offer, page), ...textFacts(offer, page)];
}

function lineFacts(offer: OfferPreview, page: FormPage): OfferFacts {
  return factsOf(offer, page, (name) => plainField(name).kind !== "paragraphs");
}

function textFacts(offer: OfferPreview, page: FormPage): OfferFacts {
  return factsOf(offer, page, (name) => plainField(name).kind === "paragraphs");
}

function factsOf(
  offer: OfferPreview,
  page: FormPage,
  isWanted: (name: PlainName) => boolean,
): OfferFacts {
  return plainNames
    .filter((name) => plainField(name).page === page && isWanted(name) && isShown(name, offer))
    .map((name) => [plainField(name).fact ?? plainField(name).label, plainWords(name, offer)]);
}

/** What an offer is at one look, below its title. */
export function keyFacts(offer: OfferPreview): OfferFacts {
  return lineFacts(offer, "informations").filter(([name]) => name !== plainField("title").label);
}

/** What an offer says at length, each text with its heading. */
export function offerTexts(offer: OfferPreview): OfferFacts {
  return textFacts(offer, "informations").filter(([, text]) => text !== "");
}

/** What is not said of a field that came later is no gap. */
function isShown(name: PlainName, offer: OfferPreview): boolean {
  return plainField(name).always === true || plainWords(name, offer) !== "";
}

/** What an offer says of a plain field, on one line or as many as were typed. */
export function plainWords(name: PlainName, offer: Partial<OfferPreview>): string {
  const { kind, shownAs, options = {} } = plainField(name);
  const values = offer as Readonly<Record<string, unknown>>;
  switch (kind) {
    case "line":
    case "paragraphs":
      return textIn(values[name]);
    case "number":
      return values[name] ? `${values[name] as number}` : "";
    case "terms":
      return listIn(values[shownAs ?? name]).join(", ");
    case "flags":
      return tickedIn(options, values).join(", ") || "Aucune";
  }
}

/** Labels of the boxes that are ticked. */
export function tickedIn(
  options: Readonly<Record<string, string>>,
  values: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(options).flatMap(([code, label]) => (values[code] ? label : []));
}

export function informationFacts(offer: OfferPreview): OfferFacts {
  return plainFacts(offer, "informations");
}

export function siteFacts(offer: OfferPreview): OfferFacts {
  const { site } = offer;
  return [
    ["Structure d’accueil", site.name],
    [
      "Adresse",
      [site.street, `${site.postcode} ${site.communeName}`.trim()].filter(Boolean).join(", "),
    ],
    ["Type de terrain d’action", site.type],
    ...plainFacts(offer, "terrain"),
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
    cedex: string;
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
    ["Adresse", addressInWords(structure)],
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
