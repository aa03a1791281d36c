import { stringify } from "csv-stringify/sync";
import type { CellValue, ExportColumn } from "./columns";

const day = new Intl.DateTimeFormat("fr-FR", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "short",
});

/** A text that no spreadsheet takes for a formula (CWE-1236). */
export function safeText(text: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Begins a file: the mark that says UTF-8. */
export const csvMark = "\uFEFF";

/** Lines as Excel writes csv in France: semicolons, and decimals after a comma. */
export function csvLines(rows: CellValue[][]): string {
  return stringify(rows, {
    delimiter: ";",
    record_delimiter: "\r\n",
    // A lone line end, and a comma for readers that take it for the delimiter, in a text only.
    quoted_match: /[,\r\n]/,
    cast: {
      string: safeText,
      number: (value) => ({ value: String(value).replace(".", ","), quoted_match: [] }),
      date: (value) => day.format(value),
    },
  });
}

export function csvHead<Row>(columns: readonly ExportColumn<Row>[]): string {
  return csvMark + csvLines([columns.map(({ heading }) => heading)]);
}

export function csvRows<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): string {
  return csvLines(rows.map((row) => columns.map(({ value }) => value(row))));
}
