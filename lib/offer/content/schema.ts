import { z } from "zod";
import type { FormValues } from "@/lib/platform/form/action-result";
import { ruleOver } from "@/lib/platform/values/rule-over";
import { checkSlots } from "./availability-field";
import { offerFields } from "./fields";
import {
  type FieldName,
  type Intersection,
  isPlain,
  pageShape,
  plainField,
  type PlainName,
  plainNames,
} from "./inputs";
import { textIn } from "./parts";

export type { LocalReferent } from "./referent-field";
export type { Site } from "./site-field";

/**
 * What the offeror typed so far, as typed: form values by field name, and the documents attached.
 */
export interface OfferDraft {
  values: FormValues;
  documentIds: string[];
}

/** What a content holds of one field; what came after the first offers may be absent. */
type Slice<K extends FieldName> = (typeof offerFields)[K] extends {
  kind: "group";
  content: infer C;
}
  ? { [P in keyof C]: z.output<C[P]> }
  : (typeof offerFields)[K] extends { options: infer O; always: true }
    ? { [P in keyof O]: boolean }
    : (typeof offerFields)[K] extends { always: true; stored: infer S }
      ? { [P in K]: z.output<S> }
      : (typeof offerFields)[K] extends { options: infer O }
        ? { [P in keyof O]?: boolean }
        : (typeof offerFields)[K] extends { stored: infer S }
          ? { [P in K]?: z.output<S> }
          : never;

type Slices = Intersection<{ [K in FieldName]: Slice<K> }[FieldName]>;

/** A submitted content, whole and valid: what a revision holds. */
export type OfferContent = { [P in keyof Slices]: Slices[P] };

/** The properties of a content that a field is held in, with how each is stored. */
export function storedShape(name: FieldName): Record<string, z.ZodType> {
  const field = offerFields[name];
  if (field.kind === "group") return field.content;
  if (field.kind === "flags")
    return Object.fromEntries(Object.keys(field.options).map((code) => [code, field.stored]));
  return { [name]: field.stored };
}

/** A content without what came after the first offers and says nothing. */
export function withoutUnsaid<C extends object>(content: C): C {
  const unsaid = (value: unknown) => !value || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(content).filter(
      ([name, value]) => !(laterProperties.has(name) && unsaid(value)),
    ),
  ) as C;
}

const laterProperties = new Set(
  (Object.keys(offerFields) as FieldName[])
    .filter((name) => isPlain(name) && !plainField(name).always)
    .flatMap((name) => Object.keys(storedShape(name))),
);

/** What was written freely, by field: the title first. */
export function freeTexts(content: OfferContent): [PlainName, string][] {
  const values = content as Readonly<Record<string, unknown>>;
  return plainNames
    .filter((name) => ["line", "paragraphs"].includes(plainField(name).kind))
    .map((name) => [name, textIn(values[name])]);
}

/** Page 1 of the form. */
export const offerInformationSchema = z
  .object(pageShape("informations"))
  .superRefine(checkSlots, ruleOver("months", "slots"));
/** Page 2 of the form. */
export const offerSiteSchema = z.object(pageShape("terrain"));

export const formSchemas = { informations: offerInformationSchema, terrain: offerSiteSchema };

export type OfferInformation = z.output<typeof offerInformationSchema>;
export type OfferSite = z.output<typeof offerSiteSchema>;

/**
 * @param themes labels of the offer's themes, in order
 * @returns the title, or the themes where the offer has none
 */
export function displayTitle(title: string, themes: readonly string[]): string {
  return title.trim() || themes.join(", ") || "Offre sans titre";
}
