import "server-only";
import { Worker } from "node:worker_threads";
import type { DocumentRefusal } from "@/lib/document/labels";
import type { AcceptedType } from "@/lib/document/rules";
import type { ImportRefusal } from "@/lib/import/labels";
import type { ImportLine, Lookups } from "@/lib/import/rows";
import type { ImportedRow } from "@/lib/import/schema";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { isBundled } from "@/lib/platform/env";
import { type Apart, WorkerPool } from "@/lib/platform/worker-pool";
import type { ReadingAnswer, ReadingTask } from "./tasks";

/** Milliseconds for a file; an honest one of 500 offers takes a tenth. */
const limitMs = 2_000;
/** Megabytes of a worker. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };

/**
 * A build makes one file of the worker and of all it imports. Run from the sources, as in tests,
 * tsx reads them.
 */
function startWorker(): Worker {
  if (isBundled)
    return new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits, execArgv: [] });
  const source = JSON.stringify(new URL("./worker.ts", import.meta.url).href);
  return new Worker(
    `import("tsx/esm/api").then(({ register }) => (register(), import(${source})))`,
    { eval: true, resourceLimits, execArgv: [] },
  );
}

// One per process, kept across the development server's reloads.
const holder = globalThis as typeof globalThis & {
  portalReading?: WorkerPool<ReadingTask, ReadingAnswer>;
};

async function ask<K extends ReadingTask["kind"]>(
  task: ReadingTask & { kind: K },
): Promise<Apart<ReadingAnswer & { kind: K }>> {
  holder.portalReading ??= new WorkerPool(startWorker, { lanes: 2, waiting: 200, idleMs: 30_000 });
  return (await holder.portalReading.run(task, limitMs)) as Apart<ReadingAnswer & { kind: K }>;
}

/**
 * The lines of a spreadsheet that hold an offer, see lib/import/sheet.ts; where headings are
 * missing, their fields as `field`.
 */
export async function readLinesApart(
  content: Uint8Array,
): Promise<Outcome<ImportLine[], ImportRefusal>> {
  const read = await ask({ kind: "lines", content });
  return read.ok ? read.answer.outcome : refused(read.code);
}

/** Judges lines by the rules of the form. */
export async function readRowsApart(
  lines: readonly ImportLine[],
  lookups: Lookups,
): Promise<Outcome<ImportedRow[], ImportRefusal>> {
  const read = await ask({ kind: "rows", lines, lookups });
  return read.ok ? done(read.answer.rows) : refused(read.code);
}

/** What a document is, told from its content, or why it cannot be attached. */
export async function judgeDocumentApart(
  content: Uint8Array,
): Promise<Outcome<AcceptedType, DocumentRefusal>> {
  const read = await ask({ kind: "document", content });
  return read.ok ? read.answer.outcome : refused(read.code);
}
