import { phoneInWords } from "@/lib/platform/fields";
import { canonical } from "./canonical";
import type { OfferContent } from "./schema";

/** The parts of an offer that a change can touch, each with its own rule. */
export const contentParts = [
  "title",
  "description",
  "themeIds",
  "audienceIds",
  "places",
  "availability",
  "site",
  "documents",
  "support",
  "referent",
] as const;
export type ContentPart = (typeof contentParts)[number];

/** A moderator's words about single parts; a part without any is absent. */
export type PartComments = Partial<Record<ContentPart, string>>;

export interface ContentChange {
  part: ContentPart;
  /** True when the ARS has to validate it before the public sees it. */
  needsValidation: boolean;
}

/** As the form reads it: rows are older than some of its rules. */
const typed = (text: string) => text.replaceAll("\r\n", "\n").trim();

const pick: Record<ContentPart, (content: OfferContent) => unknown> = {
  title: ({ title }) => typed(title),
  description: ({ description }) => typed(description),
  themeIds: (content) => [...content.themeIds].sort(),
  audienceIds: (content) => [...content.audienceIds].sort(),
  places: (content) => content.places,
  availability: (content) => content.availability,
  // The same commune is the same whatever the list calls it today.
  site: ({ site: { name, street, postcode, communeCode, typeId } }) => [
    typed(name),
    typed(street),
    postcode,
    communeCode,
    typeId,
  ],
  documents: (content) => content.documentIds,
  support: (content) => [content.lodging, content.catering],
  referent: ({ referent: { name, function: role, phone, email } }) => [
    typed(name),
    typed(role),
    phoneInWords(phone),
    typed(email).toLowerCase(),
  ],
};

/**
 * Which parts differ, and which of them need a new validation (product.md, «The two axes of an
 * offer»): what organises the establishments' choices or is free text does; the referent, the
 * support options and more places do not. Documents are free text in a file, so they do.
 */
export function changesBetween(before: OfferContent, after: OfferContent): ContentChange[] {
  return contentParts
    .filter((part) => canonical(pick[part](before)) !== canonical(pick[part](after)))
    .map((part) => ({ part, needsValidation: needsValidation(part, before, after) }));
}

function needsValidation(part: ContentPart, before: OfferContent, after: OfferContent): boolean {
  switch (part) {
    case "support":
    case "referent":
      return false;
    case "places":
      return after.places < before.places;
    default:
      return true;
  }
}
