import { opensWithoutPassword } from "./pdf-password";

/** Bytes in which a PDF has to begin, and those in which it has to end: readers look no further. */
const headLength = 1024;
const tailLength = 4096;

/**
 * Whether a file is a PDF, which may stand behind a few other bytes: the mark of UTF-8, a blank
 * line, what a printer was told. A page, a picture or a script that holds one is none.
 */
export function isPdf(content: Buffer): boolean {
  const head = content.subarray(0, headLength).toString("latin1");
  const start = head.indexOf("%PDF-");
  return start === 0 || (start > 0 && !/[<]|^#!|^MZ|^GIF8|^PK|^\x7fELF/.test(head.slice(0, start)));
}

/** What keeps others from reading a PDF. */
export function pdfFault(content: Buffer): "encrypted" | "truncated" | null {
  let end = content.length;
  while (end > 0 && [0, 9, 10, 13, 26, 32].includes(content[end - 1] ?? -1)) end -= 1;
  const tail = content.subarray(Math.max(0, end - tailLength), end).toString("latin1");
  if (!/%%EOF|startxref\s+\d/.test(tail)) return "truncated";
  return opensWithoutPassword(content) ? null : "encrypted";
}
