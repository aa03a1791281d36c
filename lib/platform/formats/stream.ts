import "server-only";
import { strToU8, Zip, ZipDeflate } from "fflate";
import { now } from "@/lib/platform/values/clock";
import type { CellValue, ExportColumn, ExportFormat } from "./columns";
import { csvHead, csvRows } from "./csv";
import {
  aboutPart,
  aboutSheet,
  sheetHead,
  sheetPart,
  sheetRow,
  sheetTail,
  workbookParts,
} from "./worksheet";
import { partTime } from "./write-zip";

/** What a list is: the search it answers, its day. */
export type About = readonly (readonly [name: string, value: CellValue])[];

/**
 * A list as a file that is made while it is read: a page of rows is in memory, never the list.
 * @param pages rows, a page at a time
 * @param about stands on a sheet of its own, where the format has sheets
 */
export function exportStream<Row>(
  format: ExportFormat,
  columns: readonly ExportColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  about: About = [],
): ReadableStream<Uint8Array> {
  return format === "csv" ? csvStream(columns, pages) : workbookStream(columns, pages, about);
}

function csvStream<Row>(
  columns: readonly ExportColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): ReadableStream<Uint8Array> {
  const iterator = pages[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(strToU8(csvHead(columns))),
    async pull(controller) {
      const page = await iterator.next();
      if (page.done) controller.close();
      else controller.enqueue(strToU8(csvRows(columns, page.value)));
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}

function workbookStream<Row>(
  columns: readonly ExportColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  about: About,
): ReadableStream<Uint8Array> {
  const iterator = pages[Symbol.asyncIterator]();
  const mtime = partTime(now());
  let sheet: ZipDeflate;
  let zip: Zip;
  let written = 0;
  let row = 1;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, chunk, final) => {
        if (error) {
          controller.error(error);
          return;
        }
        written += 1;
        controller.enqueue(chunk);
        if (final) controller.close();
      });
      const parts = {
        ...workbookParts(about.length === 0 ? ["Liste"] : ["Liste", "Recherche"]),
        ...(about.length === 0 ? {} : { [aboutPart]: aboutSheet(about) }),
      };
      for (const [name, text] of Object.entries(parts)) {
        const part = Object.assign(new ZipDeflate(name), { mtime });
        zip.add(part);
        part.push(strToU8(text), true);
      }
      sheet = Object.assign(new ZipDeflate(sheetPart, { level: 6 }), { mtime });
      zip.add(sheet);
      sheet.push(strToU8(sheetHead(columns)));
    },
    async pull() {
      // What is pushed may stay with the compressor: the reader wants a chunk or the end.
      const before = written;
      while (written === before) {
        const page = await iterator.next();
        if (page.done) {
          sheet.push(strToU8(sheetTail), true);
          zip.end();
          return;
        }
        sheet.push(strToU8(page.value.map((line) => sheetRow(columns, line, (row += 1))).join("")));
      }
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}
