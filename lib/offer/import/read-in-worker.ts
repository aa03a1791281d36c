import "server-only";
import { Worker } from "node:worker_threads";
import { isBundled } from "@/lib/platform/environment/env";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { readInWorker, resourceLimits, workerFromSource } from "@/lib/platform/load/read-in-worker";
import type { ImportRefusal } from "./labels";
import type { ReadingAnswers, ReadingTask } from "./read-worker";
import type { ImportLine, Lookups } from "./rows";
import type { ImportedRow } from "./schema";

const startWorker = () =>
  isBundled
    ? new Worker(new URL("./read-worker.ts", import.meta.url), { resourceLimits, execArgv: [] })
    : workerFromSource(new URL("./read-worker.ts", import.meta.url));

const ask = <K extends ReadingTask["kind"]>(task: ReadingTask & { kind: K }) =>
  readInWorker<ReadingAnswers[K]>(startWorker, task);

/**
 * The lines of a spreadsheet that hold an offer, see sheet.ts; where headings are missing, their
 * fields as `field`.
 */
export async function readLinesInWorker(
  content: Uint8Array,
): Promise<Outcome<ImportLine[], ImportRefusal>> {
  const read = await ask({ kind: "lines", content });
  return read.ok ? read.answer : refused(read.code);
}

/** Judges lines by the rules of the form. */
export async function readRowsInWorker(
  lines: readonly ImportLine[],
  lookups: Lookups,
): Promise<Outcome<ImportedRow[], ImportRefusal>> {
  const read = await ask({ kind: "rows", lines, lookups });
  return read.ok ? done(read.answer) : refused(read.code);
}
