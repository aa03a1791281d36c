/**
 * What the database holds of an offer, as it is read. Rows are older than some fields, and a
 * revision is never written again: whatever a row does not say, or says in a form nobody writes,
 * reads as its default here, once for everyone. The columns parse with these (db/schema/offer.ts),
 * so no reader can forget to; a hash is of what was stored.
 */

import { z } from "zod";
import { parseAvailability } from "../availability";
import type { OfferContent, OfferDraft } from "./schema";
import { contentParts, type PartComments } from "./significance";

export const text = z.string().catch("");
const flag = z.boolean().catch(false);
const id = z.uuid();

/** A list without what is none of its members. */
export function list<T>(member: z.ZodType<T>) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((values) => values.flatMap((value) => member.safeParse(value).data ?? []));
}

/** An object that may be missing as a whole. */
export function part<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess((value) => (isObject(value) ? value : {}), z.object(shape));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const contentSchema: z.ZodType<OfferContent> = part({
  title: text,
  description: text,
  themeIds: list(id),
  audienceIds: list(id),
  places: z.number().catch(0),
  availability: list(z.string()).transform(parseAvailability),
  lodging: flag,
  catering: flag,
  site: part({
    name: text,
    street: text,
    postcode: text,
    communeCode: text,
    communeName: text,
    department: text,
    typeId: id.or(z.literal("")).catch(""),
  }),
  referent: part({ name: text, function: text, phone: text, email: text }),
  documentIds: list(id),
});

/** Form values by field name; what no form sends is left out. */
const valuesSchema: z.ZodType<OfferDraft["values"]> = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((values) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => {
        const read = z.string().or(list(z.string())).safeParse(value);
        return read.success && (typeof value === "string" || Array.isArray(value))
          ? [[name, read.data]]
          : [];
      }),
    ),
  );

const draftSchema: z.ZodType<OfferDraft> = part({ values: valuesSchema, documentIds: list(id) });

export function readContent(stored: unknown): OfferContent {
  return contentSchema.parse(stored);
}

export function readDraft(stored: unknown): OfferDraft {
  return draftSchema.parse(stored);
}

/** Words about parts that there still are. */
export function readComments(stored: unknown): PartComments {
  const entries = isObject(stored) ? contentParts.map((name) => [name, stored[name]] as const) : [];
  return Object.fromEntries(
    entries.filter(([, words]) => typeof words === "string" && words !== ""),
  );
}

export function readValues(stored: unknown): OfferDraft["values"] {
  return valuesSchema.parse(stored);
}
