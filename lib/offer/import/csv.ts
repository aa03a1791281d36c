import { FileFault } from "@/lib/platform/formats/read-zip";
import { Allowance, cellLimit, columnLimit, type SheetLine } from "./cells";

/** Lines a spreadsheet can have. */
const lineLimit = 1_048_576;
/** Characters of a cell between quotes: longer, and they were never closed. */
const quotedLimit = 200_000;

/**
 * Reads a csv in one pass, whatever it holds, and keeps the lines that say something. Quotes are
 * those around a whole cell; elsewhere they are text, as spreadsheets have it.
 * @param isWanted asked once, of the first line: should it say no, nothing else is read
 * @throws FileFault for quotes that are never closed, and for more than a list of offers can say
 */
export function readCsv(
  text: string,
  delimiter: string,
  isWanted: (first: SheetLine) => boolean,
): SheetLine[] {
  const lines: SheetLine[] = [];
  const allowance = new Allowance();
  let at = 0;
  for (let line = 1; at < text.length; line++) {
    if (line > lineLimit) throw new FileFault("tooMany");
    const cells: string[] = [];
    let column = 0;
    let filled = false;
    for (let ended = false; !ended; column++) {
      const cell = text[at] === '"' ? quotedCell(text, at) : { value: "", next: at };
      const end = endOfCell(text, cell.next, delimiter);
      if (column < columnLimit) {
        const value = (
          cell.value + text.slice(cell.next, Math.min(end, cell.next + cellLimit))
        ).slice(0, cellLimit);
        cells.push(value);
        if (value !== "") {
          allowance.take(value);
          filled = true;
        }
      }
      ended = text[end] !== delimiter;
      at = end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1);
    }
    if (filled || line === 1) lines.push({ line, cells });
    if (line === 1 && !isWanted({ line, cells })) return lines;
  }
  return lines;
}

/** What stands between the quotes that open at a place, and where they close. */
function quotedCell(text: string, open: number): { value: string; next: number } {
  let value = "";
  let at = open + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote - open > quotedLimit) throw new FileFault("broken");
    if (value.length < cellLimit) value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  const separator = delimiter.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === 10 || code === 13) return at;
  }
  return text.length;
}
