import type { FormValues } from "@/lib/platform/action-result";

/** One line of a spreadsheet, read as the form would have been filled. */
export interface ImportedRow {
  /** Line in the sheet, headings being line 1. */
  line: number;
  /** Form values by field name, as the two pages of the form send them. */
  values: FormValues;
  /** What is wrong, by column heading; empty when the row can be submitted as it is. */
  errors: Record<string, string[]>;
}
