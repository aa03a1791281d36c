import { z } from "zod";
import type { RefusedOffer } from "@/lib/offer/lifecycle/labels";
import type { FormValues } from "@/lib/platform/form/action-result";

/** One line of a spreadsheet, read as the form would have been filled. */
export interface ImportedRow {
  /** Line in the sheet, headings being line 1. */
  line: number;
  /** Form values by field name, as the two pages of the form send them. */
  values: FormValues;
  /** What is wrong, by column heading; empty when the row can be submitted as it is. */
  errors: Record<string, string[]>;
  /** Cells as they were typed, by field; without those of files that were read before. */
  cells: Record<string, string>;
  /** Why its offer was not submitted, where it was to be. */
  refusal: RefusedOffer | null;
}

/** Rows whose cells are corrected at once on the page: their fields fit in one form. */
export const correctedAtOnce = 100;

/** The field of the page that corrects one cell, and the fragment that leads to it. */
export function cellName(line: number, field: string): string {
  return `ligne-${line}-${field}`;
}

/** Bytes of a spreadsheet. */
export const importSizeLimit = 5 * 1024 * 1024;
export const importRowLimit = 500;
/** Files that the accounts of one structure can have read in a day. */
export const importsPerDay = 50;

export const importIdSchema = z.object({ importId: z.uuid() });

/** What the preview asks before anything is written. */
export const startImportSchema = importIdSchema.extend({
  keepIncomplete: z.literal("on").optional(),
  publish: z.literal("on").optional(),
});

/** Boxes of the preview, which a check leaves as they are. */
export const choiceBoxes = ["keepIncomplete", "publish"] as const;

/** What is done with the rows: travels with the job. */
export interface ImportChoices {
  /** Rows with errors become drafts too, to finish by hand. */
  keepIncomplete: boolean;
  /** Rows without error are submitted to the ARS. */
  submit: boolean;
  /** «Publier dès la validation». */
  publish: boolean;
}
