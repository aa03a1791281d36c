import { canonical } from "./canonical";
import { offerFields } from "./fields";
import { type FieldName, fieldNames } from "./inputs";
import type { Significance } from "./kinds";
import { listIn, textIn, typed } from "./parts";
import type { OfferContent } from "./schema";

/** What a change can touch, each with its own rule: the fields, in the order of the form. */
export const contentParts = fieldNames;
export type ContentPart = FieldName;

/** A moderator's words about single parts; a part without any is absent. */
export type PartComments = Partial<Record<ContentPart, string>>;

export interface ContentChange {
  part: ContentPart;
  /** True when the ARS has to validate it before the public sees it. */
  needsValidation: boolean;
}

/** What two contents are compared by. */
function comparedBy(part: FieldName, content: OfferContent): unknown {
  const field = offerFields[part];
  if (field.kind === "group") return (field.compared as (of: OfferContent) => unknown)(content);
  const values = content as Readonly<Record<string, unknown>>;
  switch (field.kind) {
    case "line":
    case "paragraphs":
      return typed(textIn(values[part]));
    case "terms":
      return [...listIn(values[part])].sort();
    case "number":
      return values[part] ?? 0;
    case "flags":
      return Object.keys(field.options).map((code) => values[code] ?? false);
  }
}

/**
 * Which parts differ, and which of them need a new validation (docs/product.md, «The two axes of an
 * offer»): what organises the establishments' choices or is free text does; the referent, the
 * support options and more places do not. Documents are free text in a file, so they do.
 */
export function changesBetween(before: OfferContent, after: OfferContent): ContentChange[] {
  return contentParts
    .filter((part) => canonical(comparedBy(part, before)) !== canonical(comparedBy(part, after)))
    .map((part) => ({ part, needsValidation: needsValidation(part, before, after) }));
}

function needsValidation(part: FieldName, before: OfferContent, after: OfferContent): boolean {
  const { needs, validated }: Significance = offerFields[part].significance;
  if (!needs) return validated !== undefined;
  return needs(Number(comparedBy(part, before)), Number(comparedBy(part, after)));
}
