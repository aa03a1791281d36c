import { z } from "zod";
import { list } from "@/lib/offer/content/parts";
import { readValues } from "@/lib/offer/content/stored";
import { type OfferRefusal, offerRefusalLabels } from "@/lib/offer/lifecycle/labels";
import type { ImportedRow } from "./schema";

const refusals = Object.keys(offerRefusalLabels) as OfferRefusal[];

const rowsSchema = list(
  z.object({
    line: z.number(),
    values: z.unknown().transform(readValues),
    errors: z.record(z.string(), list(z.string())).catch({}),
    cells: z.record(z.string(), z.string()).catch({}),
    refusal: z
      .object({ code: z.enum(refusals), params: z.record(z.string(), z.string()) })
      .nullable()
      .catch(null),
  }),
);

/** The rows of an import, as its row of the database is read. */
export function readRows(stored: unknown): ImportedRow[] {
  return rowsSchema.parse(stored);
}
