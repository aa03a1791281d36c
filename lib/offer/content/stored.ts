/**
 * What the database holds of an offer, as it is read. Rows are older than some fields, and a
 * revision is never written again: whatever a row does not say, or says in a form nobody writes,
 * reads as its default here, once for everyone. The columns parse with these (db/schema/offer.ts),
 * so no reader can forget to; a hash is of what was stored.
 */

import { z } from "zod";
import { fieldNames } from "./inputs";
import { isObject, list, part } from "./parts";
import { type OfferContent, type OfferDraft, storedShape, withoutUnsaid } from "./schema";
import { contentParts, type PartComments } from "./significance";

const shape = Object.assign({}, ...fieldNames.map(storedShape)) as Record<string, z.ZodType>;
const contentSchema = part(shape) as unknown as z.ZodType<OfferContent>;

/** Made once: a list of a hundred drafts reads it thousands of times. */
const valueSchema = z.string().or(list(z.string()));

/** Form values by field name; what no form sends is left out. */
const valuesSchema: z.ZodType<OfferDraft["values"]> = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((values) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => {
        const read = valueSchema.safeParse(value);
        return read.success && (typeof value === "string" || Array.isArray(value))
          ? [[name, read.data]]
          : [];
      }),
    ),
  );

const draftSchema: z.ZodType<OfferDraft> = part({
  values: valuesSchema,
  documentIds: list(z.uuid()),
});

export function readContent(stored: unknown): OfferContent {
  return withoutUnsaid(contentSchema.parse(stored));
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
