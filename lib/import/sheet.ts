import { parse } from "csv-parse/sync";
import { zipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import type { ImportRefusal } from "./labels";
import { importSizeLimit } from "./schema";
import { readZip } from "./zip";

type Table = string[][];
type Read = Outcome<Table, ImportRefusal>;

/** Cells of a sheet further down or to the right than this are no list of offers. */
const rowLimit = 20_000;
const columnLimit = 200;

/**
 * The cells of the first sheet of a workbook, or of a csv. What it is is told from its content.
 * Formulas are never evaluated: a workbook gives the value that was last computed, a csv the text.
 */
export async function readTable(content: Buffer): Promise<Read> {
  if (content.length === 0) return refused("empty");
  if (content.length > importSizeLimit) return refused("tooLarge");
  if (startsWith(content, 0x50, 0x4b, 0x03, 0x04)) return readWorkbook(content);
  if (startsWith(content, 0xd0, 0xcf, 0x11, 0xe0)) return refused("oldExcel");
  return readCsv(content);
}

async function readWorkbook(content: Buffer): Promise<Read> {
  const opened = readZip(content, (name) => /^(xl\/.*\.xml|xl\/_rels\/.*|_rels\/.*|\[Content_Types\]\.xml)$/.test(name));
  if (!opened.ok) return opened;
  const { names, files } = opened.data;
  if (names.some((name) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(name))) return refused("macros");
  if (!files["xl/workbook.xml"] || !files["[Content_Types].xml"]) return refused("wrongType");
  for (const [name, file] of Object.entries(files)) {
    if (/^xl\/worksheets\//.test(name) && reachesTooFar(Buffer.from(file).toString("latin1"))) return refused("tooManyRows");
  }
  try {
    // Packed anew, so that what is parsed is exactly what was measured above.
    const rows = await readSheet(Buffer.from(zipSync(files, { level: 0 })));
    return done(rows.map((row) => row.map(asText)));
  } catch {
    return refused("unreadable");
  }
}

/** A single cell named XFD1048576 would have a matrix of 17 thousand million cells made for it. */
function reachesTooFar(xml: string): boolean {
  for (const [, letters = "", digits = ""] of xml.matchAll(/\sr\s*=\s*["']([A-Za-z]*)(\d+)["']/g)) {
    if (Number(digits) > rowLimit || columnNumber(letters) > columnLimit) return true;
  }
  return false;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase().slice(0, 6)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function asText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function readCsv(content: Buffer): Read {
  // No text has such bytes; pictures, programs and PDF do.
  if (content.includes(0) || startsWith(content, 0x25, 0x50, 0x44, 0x46)) return refused("wrongType");
  const text = decode(content);
  try {
    const table = parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: 200_000 });
    return done(table.slice(0, rowLimit));
  } catch {
    return refused("unreadable");
  }
}

/** UTF-8 when it is, else what Excel saves in France: bytes of Windows-1252 are hardly ever valid UTF-8. */
function decode(content: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("windows-1252").decode(content);
  }
}

/** The separator that the line of headings has most of. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 10_000).split(/\r?\n/)[0] ?? "";
  const counted = [";", ",", "\t"].map((delimiter) => [first.split(delimiter).length, delimiter] as const);
  return counted.reduce((best, next) => (next[0] > best[0] ? next : best))[1];
}

function startsWith(content: Buffer, ...bytes: number[]): boolean {
  return bytes.every((byte, index) => content[index] === byte);
}
