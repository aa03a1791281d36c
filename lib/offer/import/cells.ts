import { FileFault } from "@/lib/platform/formats/read-zip";

/** One line of a file, as it is numbered in a spreadsheet: headings are line 1. */
export interface SheetLine {
  line: number;
  /** By position; what is not there is empty. */
  cells: string[];
}

/** Columns of a file that are looked at, and characters of a cell: far more than any offer has. */
export const columnLimit = 200;
export const cellLimit = 8_000;
/**
 * Cells that say something, and characters in them all: 500 offers at their longest take a third of
 * it.
 */
const filledLimit = 40_000;
const textLimit = 5 * 1024 * 1024;

/** Counts what is kept of a file while it is read. */
export class Allowance {
  #filled = 0;
  #text = 0;

  /** @throws FileFault once a file has more to say than any list of offers */
  take(text: string): void {
    this.#filled += 1;
    this.#text += text.length;
    if (this.#filled > filledLimit) throw new FileFault("tooMany");
    if (this.#text > textLimit) throw new FileFault("tooLarge");
  }
}
