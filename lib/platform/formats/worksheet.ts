/* eslint max-len: off -- XML, as the standard writes it */
import type { CellValue, ExportColumn } from "./columns";

const paths = (count: number) =>
  Array.from({ length: count }, (_, index) => `worksheets/sheet${index + 1}.xml`);

/**
 * The parts of a workbook (ECMA-376), but for the sheets themselves.
 * @param names of its sheets, without signs that XML keeps for itself
 */
export const workbookParts = (names: readonly string[]): Readonly<Record<string, string>> => ({
  "[Content_Types].xml":
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
    paths(names.length)
      .map(
        (path) =>
          `<Override PartName="/xl/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join("") +
    "</Types>",
  "_rels/.rels":
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  "xl/workbook.xml":
    '<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>' +
    names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`)
      .join("") +
    "</sheets></workbook>",
  "xl/_rels/workbook.xml.rels":
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    paths(names.length)
      .map(
        (path, index) =>
          `<Relationship Id="r${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="${path}"/>`,
      )
      .join("") +
    '<Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  // 0 plain, 1 heading, 2 instant.
  "xl/styles.xml":
    '<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>',
});

export const sheetPart = "xl/worksheets/sheet1.xml";
export const sheetTail = "</sheetData></worksheet>";

export const aboutPart = "xl/worksheets/sheet2.xml";

/** A sheet of names and values, that says what the list beside it is. */
export function aboutSheet(about: readonly (readonly [name: string, value: CellValue])[]): string {
  const rows = about.map(
    ([name, value], index) =>
      `<row r="${index + 1}">${textCell(`A${index + 1}`, name, 1)}${cell(`B${index + 1}`, value)}</row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="1" width="16" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols><sheetData>${rows.join("")}${sheetTail}`;
}

export function sheetHead<Row>(columns: readonly ExportColumn<Row>[]): string {
  const widths = columns
    .map(
      ({ width }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    .join("");
  const headings = columns
    .map(({ heading }, index) => textCell(addressOf(index, 1), heading, 1))
    .join("");
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${headings}</row>`;
}

/** @param number of the row, the headings being 1 */
export function sheetRow<Row>(
  columns: readonly ExportColumn<Row>[],
  row: Row,
  number: number,
): string {
  return `<row r="${number}">${columns.map(({ value }, index) => cell(addressOf(index, number), value(row))).join("")}</row>`;
}

/** Optional in the standard, needed by some readers: `A1`, `AA7`. */
function addressOf(index: number, row: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return `${index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : ""}${letter}${row}`;
}

function cell(address: string, value: CellValue): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
  return value instanceof Date
    ? `<c r="${address}" s="2"><v>${serialOf(value)}</v></c>`
    : textCell(address, value, 0);
}

/** A text in its place is never read as a formula, whatever it begins with. */
function textCell(address: string, text: string, style: number): string {
  // Characters that XML 1.0 has no way to write.
  const plain = text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    // Readers take `_x0041_` for the letter A.
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  const escaped = plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<c r="${address}" t="inlineStr"${style ? ` s="${style}"` : ""}><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** What the clocks of Paris show, as if it were UTC, for files that know no time zone. */
export function onParisClocks(date: Date): Date {
  const parts = Object.fromEntries(
    clock.formatToParts(date).map(({ type, value }) => [type, Number(value)]),
  );
  return new Date(
    Date.UTC(
      parts.year ?? 0,
      (parts.month ?? 1) - 1,
      parts.day,
      parts.hour,
      parts.minute,
      parts.second,
    ),
  );
}

/** Days since 30 December 1899 on the clocks of Paris. */
export function serialOf(date: Date): number {
  return (onParisClocks(date).getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
}
