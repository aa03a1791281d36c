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

/** A text as one cell of a line. */
export function csvCell(text: string): string {
  const safe = safeText(text);
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function written(value: CellValue): string {
  if (value === null) return "";
  // Spreadsheets in French read a comma.
  if (typeof value === "number") return String(value).replace(".", ",");
  return csvCell(value instanceof Date ? day.format(value) : value);
}

/** The same as Excel writes csv in France: semicolons, and a mark that says UTF-8. */
export function csvHead<Row>(columns: readonly ExportColumn<Row>[]): string {
  return `\uFEFF${columns.map(({ heading }) => csvCell(heading)).join(";")}\r\n`;
}

export function csvLine<Row>(columns: readonly ExportColumn<Row>[], row: Row): string {
  return `${columns.map(({ value }) => written(value(row))).join(";")}\r\n`;
}
