import { posix } from "node:path";
import { isDateFormat } from "numfmt";
import { FileFault, type Zip } from "@/lib/platform/formats/read-zip";
import { localName, readXml } from "@/lib/platform/formats/xml";
import { Allowance, cellLimit, columnLimit, type SheetLine } from "./cells";

/** What a workbook says once, beside its sheets. */
interface Styles {
  /** Whether the numbers of a style are dates, or months («mars-27»), by its index. */
  dates: readonly ShownAs[];
  /** Days are counted from 1904 on. */
  from1904: boolean;
}

/** A cell whose words stand elsewhere in the workbook. */
interface Shared {
  line: SheetLine;
  position: number;
  index: number;
}

interface Sheet {
  lines: SheetLine[];
  shared: Shared[];
}

interface Part {
  target: string;
  kind: string;
}

const lastRow = 1_048_576;
const lastColumn = 16_384;
const msPerDay = 24 * 3600_000;

/**
 * The lines of the first sheet that say something. Formatted cells without a value are nothing,
 * however far they stand. Formulas are never evaluated: their value is the one last computed.
 * @param zip the workbook
 * @param workbook its main part, xl/workbook.xml as a rule
 * @throws FileFault
 */
export async function readWorkbook(zip: Zip, workbook: string): Promise<SheetLine[]> {
  const parts = await relatedParts(zip, workbook);
  const { first, from1904 } = await firstSheet(zip, workbook, parts);
  const named = (kind: string) => [...parts.values()].find((part) => part.kind === kind)?.target;
  const styles = { from1904, dates: await dateStyles(zip, named("styles")) };
  const sheet = await readSheet(zip, first, styles);
  await fillShared(zip, named("sharedStrings"), sheet.shared);
  const allowance = new Allowance();
  const lines = sheet.lines.filter(({ line, cells }) => line === 1 || cells.some(Boolean));
  for (const { cells } of lines) for (const cell of cells) if (cell) allowance.take(cell);
  return lines;
}

/**
 * Parts that a part names, by the id it gives them; nothing outside the archive is ever looked for.
 */
async function relatedParts(zip: Zip, part: string): Promise<Map<string, Part>> {
  const found = new Map<string, Part>();
  await readXml(
    zip.read(posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`)),
    {
      open: (name, { Id = "", Type = "", Target = "", TargetMode }) => {
        if (name !== "Relationship" || TargetMode === "External") return;
        const target = posix.join(
          "/",
          posix.dirname(part),
          Target.startsWith("/") ? posix.relative(posix.dirname(part), Target.slice(1)) : Target,
        );
        found.set(Id, { target: target.slice(1), kind: Type.split("/").at(-1) ?? "" });
      },
    },
  );
  return found;
}

async function firstSheet(
  zip: Zip,
  workbook: string,
  parts: ReadonlyMap<string, Part>,
): Promise<{ first: string; from1904: boolean }> {
  let first: string | undefined;
  let from1904 = false;
  await readXml(zip.read(workbook), {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = isTrue(attributes.date1904);
      if (name !== "sheet" || first !== undefined) return;
      // `r:id` as a rule, beside `sheetId`.
      const part = parts.get(
        Object.entries(attributes).find(([given]) => localName(given) === "id")?.[1] ?? "",
      );
      if (part?.kind === "worksheet") first = part.target;
    },
  });
  if (first === undefined) throw new FileFault("broken");
  return { first, from1904 };
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

type ShownAs = "number" | "date" | "month";

/** Which styles of cells show a number as a date. */
async function dateStyles(zip: Zip, target: string | undefined): Promise<ShownAs[]> {
  if (target === undefined) return [];
  const formats = new Map<string, string>();
  const used: string[] = [];
  let inside = false;
  await readXml(zip.read(target), {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "numFmt") formats.set(numFmtId, formatCode.slice(0, 255));
      else if (name === "cellXfs") inside = true;
      else if (name === "xf" && inside) used.push(numFmtId);
    },
    close: (name) => {
      if (name === "cellXfs") inside = false;
    },
  });
  // A workbook names a few formats thousands of times.
  const known = new Map<string, ShownAs>();
  return used.map((id) => {
    const shown = known.get(id) ?? shownAs(id, formats.get(id));
    known.set(id, shown);
    return shown;
  });
}

function shownAs(id: string, format: string | undefined): ShownAs {
  if (!(format === undefined ? isBuiltInDate(Number(id)) : isDate(format))) return "number";
  // «mmm-yy» is what Excel gives to who types «mars 2027».
  return isMonth(format ?? (id === "17" ? "mmm-yy" : "")) ? "month" : "date";
}

/** Whether a format shows month and year, and no day. */
function isMonth(format: string): boolean {
  const signs = format.replaceAll(/\[[^\]]*\]|"[^"]*"|\\./g, "");
  return /m[^dhs]*[ya]/i.test(signs) && !/[dhsj]/i.test(signs);
}

function isDate(format: string): boolean {
  try {
    return isDateFormat(format);
  } catch {
    return false;
  }
}

/**
 * Formats that need no words in the file (ECMA-376, 18.8.30), those of other languages included.
 */
function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  );
}

/** Where a cell stands. @throws FileFault for anything but «A1» to «XFD1048576» */
function cellAddress(reference: string): { row: number; column: number } {
  const [, letters = "", digits = ""] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(digits);
  if (row < 1 || row > lastRow || column > lastColumn) throw new FileFault("broken");
  return { row, column };
}

/**
 * One pass over the sheet. Rows and cells stand in order, or the sheet is broken: spreadsheets say
 * so too.
 */
async function readSheet(zip: Zip, target: string, styles: Styles): Promise<Sheet> {
  const sheet: Sheet = { lines: [], shared: [] };
  const allowance = new Allowance();
  let inside = false;
  let row = 0;
  let column = 0;
  let line: SheetLine | null = null;
  let cell: Cell | null = null;
  await readXml(zip.read(target), {
    open: (name, attributes) => {
      if (name === "sheetData") inside = true;
      else if (!inside) return;
      else if (name === "row") {
        row = nextRow(attributes.r, row);
        column = 0;
        line = null;
      } else if (name === "c") {
        column = nextColumn(attributes.r, row, column);
        cell = {
          type: attributes.t ?? "n",
          style: attributes.s,
          text: "",
          reading: false,
          phonetic: false,
        };
      } else if (cell) cell.reading ||= cellPart(cell, name);
    },
    text: (text) => {
      if (cell?.reading && cell.text.length < cellLimit) cell.text += text.slice(0, cellLimit);
    },
    close: (name) => {
      if (name === "sheetData") inside = false;
      if (!cell) return;
      if (name === "rPh") cell.phonetic = false;
      if (name === "v" || name === "t") cell.reading = false;
      if (name !== "c") return;
      const { type, text } = cell;
      const value = type === "s" ? "" : valueOf(cell, styles);
      cell = null;
      if (column > columnLimit || (type === "s" ? text : value) === "") return;
      allowance.take(value);
      if (!line) sheet.lines.push((line = { line: row, cells: [] }));
      while (line.cells.length < column - 1) line.cells.push("");
      line.cells[column - 1] = value;
      if (type === "s") sheet.shared.push({ line, position: column - 1, index: sharedIndex(text) });
    },
  });
  if (sheet.lines[0]?.line !== 1) sheet.lines.unshift({ line: 1, cells: [] });
  return sheet;
}

interface Cell {
  type: string;
  style: string | undefined;
  text: string;
  reading: boolean;
  /** Inside the reading aid of a text, which is no part of it. */
  phonetic: boolean;
}

/** @returns whether what follows is the cell's value */
function cellPart(cell: Cell, name: string): boolean {
  if (name === "rPh") cell.phonetic = true;
  return (
    (name === "v" && cell.type !== "inlineStr") ||
    (name === "t" && cell.type === "inlineStr" && !cell.phonetic)
  );
}

function nextRow(given: string | undefined, before: number): number {
  if (given === undefined) return before + 1;
  const row = /^[1-9]\d{0,6}$/.test(given) ? Number(given) : 0;
  if (row <= before || row > lastRow) throw new FileFault("broken");
  return row;
}

function nextColumn(given: string | undefined, row: number, before: number): number {
  if (given === undefined) return before + 1;
  const address = cellAddress(given);
  if (address.row !== row || address.column <= before) throw new FileFault("broken");
  return address.column;
}

function sharedIndex(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new FileFault("broken");
  return Number(text);
}

function valueOf({ type, style, text }: Cell, { dates, from1904 }: Styles): string {
  switch (type) {
    case "str":
    case "inlineStr":
      return unescaped(text);
    case "b":
      return text === "" ? "" : String(isTrue(text));
    case "n":
      if (text.trim() === "") return "";
      return numberShown(text, dates[Number(style ?? "0")] ?? "number", from1904);
    case "d":
      return dayOf(Date.parse(text));
    default:
      // An error of a formula, as it is shown.
      return text;
  }
}

/** «2027-03-01», «2027-03», or the number itself. */
function numberShown(text: string, shown: ShownAs, from1904: boolean): string {
  if (shown === "number") return numberIn(text);
  const day = dayOf((Number(text) - (from1904 ? 24_107 : 25_569)) * msPerDay);
  return shown === "month" ? day.slice(0, 7) : day;
}

function numberIn(text: string): string {
  const value = Number(text);
  if (Number.isNaN(value)) throw new FileFault("broken");
  return String(value);
}

/** «2026-03-01». @param ms since 1970 */
function dayOf(ms: number): string {
  const date = new Date(Math.floor(ms));
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

/** What XML cannot hold is written `_x000D_` in a workbook. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Reads the words that cells share, and keeps those that were asked for. */
async function fillShared(
  zip: Zip,
  target: string | undefined,
  shared: readonly Shared[],
): Promise<void> {
  if (shared.length === 0) return;
  if (target === undefined) throw new FileFault("broken");
  const wanted = new Map<number, string | null>(shared.map(({ index }) => [index, null]));
  const allowance = new Allowance();
  let index = -1;
  let text: string | null = null;
  let [reading, phonetic] = [false, false];
  await readXml(zip.read(target), {
    open: (name) => {
      if (name === "si") {
        index += 1;
        text = wanted.has(index) ? "" : null;
      } else if (name === "rPh") phonetic = true;
      else if (name === "t") reading = text !== null && !phonetic;
    },
    text: (piece) => {
      if (reading && text !== null && text.length < cellLimit) text += piece.slice(0, cellLimit);
    },
    close: (name) => {
      if (name === "t") reading = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "si" && text !== null) {
        allowance.take(text);
        wanted.set(index, unescaped(text));
      }
    },
  });
  for (const { line, position, index: asked } of shared) {
    const words = wanted.get(asked);
    if (words === null || words === undefined) throw new FileFault("broken");
    line.cells[position] = words;
  }
}
