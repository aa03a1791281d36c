import { z } from "zod";
import { list } from "@/lib/offer/content/parts";
import { readValues } from "@/lib/offer/content/stored";
import type { ImportedRow } from "./schema";

const rowsSchema = list(
  z.object({
    line: z.number(),
    values: z.unknown().transform(readValues),
    errors: z.record(z.string(), list(z.string())).catch({}),
    cells: z.record(z.string(), z.string()).catch({}),
  }),
);

/** The rows of an import, as its row of the database is read. */
export function readRows(stored: unknown): ImportedRow[] {
  return rowsSchema.parse(stored);
}
