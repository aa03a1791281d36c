import "server-only";
import { Worker } from "node:worker_threads";
import { isBundled } from "@/lib/platform/environment/env";
import { refused } from "@/lib/platform/form/action-result";
import { readInWorker, resourceLimits, workerFromSource } from "@/lib/platform/load/read-in-worker";
import type { Judged } from "./judge-worker";

const startWorker = () =>
  isBundled
    ? new Worker(new URL("./judge-worker.ts", import.meta.url), { resourceLimits, execArgv: [] })
    : workerFromSource(new URL("./judge-worker.ts", import.meta.url));

/**
 * What a document is, told from its content, and what is stored of it; or why it cannot be
 * attached.
 */
export async function judgeDocumentInWorker(content: Uint8Array): Promise<Judged> {
  const read = await readInWorker<Judged>(startWorker, content);
  return read.ok ? read.answer : refused(read.code);
}
