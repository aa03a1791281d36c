import "server-only";
import { type ResourceLimits, Worker } from "node:worker_threads";
import { type WorkerOutcome, WorkerPool } from "./worker-pool";

/** Milliseconds for a file; an honest one of 500 offers takes a tenth. */
const limitMs = 2_000;

/** Memory of a worker, in megabytes. */
export const resourceLimits: ResourceLimits = {
  maxOldGenerationSizeMb: 64,
  maxYoungGenerationSizeMb: 16,
};

/**
 * Starts a worker from its source, through tsx, as tests do. A build makes one file of a worker and
 * of all it imports: it has to find `new Worker(new URL(…), { … })` where the worker is asked for,
 * its options written out.
 */
export function workerFromSource(file: URL): Worker {
  const source = JSON.stringify(file.href);
  return new Worker(
    `import("tsx/esm/api").then(({ register }) => (register(), import(${source})))`,
    { resourceLimits, execArgv: [], eval: true },
  );
}

// One per process, kept across the development server's reloads.
const holder = globalThis as typeof globalThis & { portalReading?: WorkerPool };

/**
 * Has something that others made read in a thread of its own, within a time and a memory; two at
 * once, whatever they read.
 * @param start makes the worker, always the same function for the same worker
 */
export function readInWorker<Answer>(
  start: () => Worker,
  task: unknown,
): Promise<WorkerOutcome<Answer>> {
  holder.portalReading ??= new WorkerPool({ lanes: 2, waiting: 200, idleMs: 30_000 });
  return holder.portalReading.run<Answer>(start, task, limitMs);
}
