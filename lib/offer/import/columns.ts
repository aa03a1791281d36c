import { type InputName, inputNames, inputs } from "@/lib/offer/content/inputs";
import { fold } from "./words";

export interface ImportColumn {
  /** Field of the form it fills. */
  field: InputName;
  heading: string;
  /** Other headings people give it. */
  also: readonly string[];
  /** A file without this column is not read at all. */
  required: boolean;
  /** What the example row of the template says. */
  example: string;
  /** How to fill it, for the second sheet of the template. */
  help: string;
}

/** Columns of the template, in its order: the fields of the two pages of the form. */
export const importColumns: readonly ImportColumn[] = inputNames.map((field) => {
  const { label, optional, column } = inputs[field];
  const { heading = label, also = [], example, help } = column;
  return { field, heading, also, required: !optional, example, help };
});

/**
 * Position in the file of each column that is there, by field; headings are told without accents,
 * case or punctuation.
 */
export function columnsOf(headings: readonly string[]): {
  positions: Map<InputName, number>;
  missing: InputName[];
} {
  const given = headings.map(fold);
  const positions = new Map<InputName, number>();
  for (const { field, heading, also } of importColumns) {
    const position = [heading, ...also]
      .map((name) => given.indexOf(fold(name)))
      .find((index) => index >= 0);
    if (position !== undefined) positions.set(field, position);
  }
  return {
    positions,
    missing: importColumns
      .filter(({ field, required }) => required && !positions.has(field))
      .map(({ field }) => field),
  };
}

export function headingOf(field: InputName): string {
  return inputs[field].column.heading ?? inputs[field].label;
}
