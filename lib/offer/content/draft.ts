import { monthsOf } from "../availability";
import {
  offerInformationSchema,
  offerSiteSchema,
  type OfferContent,
  type OfferDraft,
} from "./schema";

/** The two pages of the form and the fields each one sends. */
export const pageFields = {
  informations: [
    "title",
    "themeIds",
    "audienceIds",
    "places",
    "description",
    "months",
    "slots",
    "support",
  ],
  terrain: [
    "siteName",
    "siteStreet",
    "sitePostcode",
    "siteCommune",
    "siteTypeId",
    "referentName",
    "referentFunction",
    "referentPhone",
    "referentEmail",
    "copyAdministrator",
  ],
} as const;

export type FormPage = keyof typeof pageFields;
export const formPages = Object.keys(pageFields) as FormPage[];

/** A field longer than this is not something a person typed. */
const fieldLimit = 20_000;

/** The draft after one page was sent: its fields replaced, those of the other page untouched. */
export function mergeDraft(
  draft: OfferDraft,
  page: FormPage,
  values: OfferDraft["values"],
): OfferDraft {
  const names: readonly string[] = pageFields[page];
  const others = Object.entries(draft.values).filter(([name]) => !names.includes(name));
  const sent = Object.entries(values)
    .filter(([name]) => names.includes(name))
    .map(([name, value]): [string, string | string[]] => [
      name,
      typeof value === "string" ? value.slice(0, fieldLimit) : value.slice(0, 400),
    ]);
  return { ...draft, values: Object.fromEntries([...others, ...sent]) };
}

/** The form filled with a submitted content, to edit it. */
export function draftFromContent(content: OfferContent): OfferDraft {
  return {
    documentIds: content.documentIds,
    values: {
      title: content.title,
      themeIds: content.themeIds,
      audienceIds: content.audienceIds,
      places: String(content.places),
      description: content.description,
      months: monthsOf(content.availability).map(String),
      slots: [...content.availability],
      support: [...(content.lodging ? ["lodging"] : []), ...(content.catering ? ["catering"] : [])],
      siteName: content.site.name,
      siteStreet: content.site.street,
      sitePostcode: content.site.postcode,
      siteCommune: content.site.communeCode,
      siteTypeId: content.site.typeId,
      referentName: content.referent.name,
      referentFunction: content.referent.function,
      referentPhone: content.referent.phone,
      referentEmail: content.referent.email,
    },
  };
}

/** Which pages would be refused as they stand, in order. */
export function incompletePages(draft: OfferDraft): FormPage[] {
  const schemas = { informations: offerInformationSchema, terrain: offerSiteSchema };
  return formPages.filter((page) => !schemas[page].safeParse(draft.values).success);
}
