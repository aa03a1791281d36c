import { monthsOf } from "@/lib/offer/availability/availability";
import { chosenAvailability } from "./availability-field";
import { listOf, textOf } from "./draft-reading";
import { inputNames, inputs, plainField, plainNames } from "./inputs";
import { inDigits } from "./kinds";
import { typed } from "./parts";
import {
  type OfferContent,
  type OfferDraft,
  type OfferInformation,
  type OfferSite,
  withoutUnsaid,
} from "./schema";

/** Both pages of the form, read: by their schemas, or as far as they are typed. */
export type ReadForm = OfferInformation & OfferSite;

interface Known {
  /** Null for an address that is not understood. */
  address: {
    postcode: string;
    commune: { code: string; name: string; department: string };
  } | null;
  documentIds: string[];
}

/** What a form says, as the content of an offer. */
export function contentOfForm(form: ReadForm, { address, documentIds }: Known): OfferContent {
  const plain = Object.fromEntries(
    plainNames.flatMap((name): [string, unknown][] => {
      const { options } = plainField(name);
      const value: unknown = form[name];
      if (!options) return [[name, value]];
      const ticked: readonly unknown[] = Array.isArray(value) ? value : [];
      return Object.keys(options).map((code) => [code, ticked.includes(code)]);
    }),
  ) as OfferContent;
  return withoutUnsaid({
    ...plain,
    availability: chosenAvailability(form),
    site: {
      name: form.siteName,
      street: form.siteStreet,
      postcode: address?.postcode ?? form.sitePostcode,
      communeCode: address?.commune.code ?? "",
      communeName: address?.commune.name ?? form.siteCommune,
      department: address?.commune.department ?? "",
      typeId: form.siteTypeId,
    },
    referent: {
      name: form.referentName,
      function: form.referentFunction,
      phone: form.referentPhone,
      email: form.referentEmail,
    },
    documentIds,
  });
}

/** The form filled with a submitted content, to edit it. */
export function draftFromContent(content: OfferContent): OfferDraft {
  const { site, referent } = content;
  const plain = plainNames.flatMap((name): [string, string | string[]][] => {
    const { options } = plainField(name);
    if (options) {
      const flags = content as unknown as Readonly<Record<string, boolean | undefined>>;
      return [[name, Object.keys(options).filter((code) => flags[code])]];
    }
    const value = (
      content as unknown as Readonly<Record<string, string | number | string[] | undefined>>
    )[name];
    if (value === undefined) return [];
    return [[name, Array.isArray(value) ? value.map(String) : String(value)]];
  });
  return {
    documentIds: content.documentIds,
    values: {
      ...Object.fromEntries(plain),
      months: monthsOf(content.availability).map(String),
      slots: [...content.availability],
      siteName: site.name,
      siteStreet: site.street,
      sitePostcode: site.postcode,
      siteCommune: site.communeCode,
      siteTypeId: site.typeId,
      referentName: referent.name,
      referentFunction: referent.function,
      referentPhone: referent.phone,
      referentEmail: referent.email,
    },
  };
}

/** What is typed so far, right or not, as the schemas would read it: for a page that shows it. */
export function formAsTyped(values: OfferDraft["values"]): ReadForm {
  return Object.fromEntries(
    inputNames.map((name) => [name, readAsTyped(inputs[name].kind, values[name])]),
  ) as ReadForm;
}

function readAsTyped(
  kind: (typeof inputs)[keyof typeof inputs]["kind"],
  value?: string | string[],
) {
  switch (kind) {
    case "terms":
    case "flags":
    case "slots":
      return listOf(value);
    case "months":
      return listOf(value).map(Number);
    case "number":
      return Number(inDigits(textOf(value))) || 0;
    case "email":
      return textOf(value).trim().toLowerCase();
    case "line":
    case "paragraphs":
    case "term":
    case "postcode":
    case "commune":
    case "phone":
      return typed(textOf(value));
  }
}
