import { parentPort } from "node:worker_threads";
import type { WorkerMessage } from "./worker-pool";

/**
 * The whole of a worker that lib/platform/load/read-in-worker.ts starts and ends: it answers what
 * it is sent.
 */
export function answerTasks<Answer>(work: (task: never) => Promise<Answer>): void {
  parentPort?.on("message", (task: unknown) => {
    const say = (word: WorkerMessage<Answer>) => parentPort?.postMessage(word);
    say({ began: true });
    work(task as never).then(
      (answer) => say({ answer }),
      (error: unknown) =>
        say({ failed: error instanceof Error ? (error.stack ?? error.message) : typeof error }),
    );
  });
}

/** What arrives has lost its class on the way, and is large: it is not copied. */
export function inPlace({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
