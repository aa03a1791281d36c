import { parentPort } from "node:worker_threads";
import { judgeDocument } from "@/lib/document/inspect";
import { columnsOf } from "@/lib/import/columns";
import { linesOf, readRow } from "@/lib/import/rows";
import { readTable } from "@/lib/import/sheet";
import { done, refused } from "@/lib/platform/action-result";
import type { WorkerWord } from "@/lib/platform/worker-pool";
import type { ReadingAnswer, ReadingTask } from "./tasks";

/** Reads what others made, in a thread of its own: lib/reading/read-apart.ts starts and ends it. */
parentPort?.on("message", (task: ReadingTask) => {
  const say = (word: WorkerWord<ReadingAnswer>) => parentPort?.postMessage(word);
  say({ began: true });
  work(task).then(
    (answer) => say({ answer }),
    (error: unknown) =>
      say({ failed: error instanceof Error ? (error.stack ?? error.message) : typeof error }),
  );
});

async function work(task: ReadingTask): Promise<ReadingAnswer> {
  switch (task.kind) {
    case "lines": {
      const table = await readTable(inPlace(task.content));
      if (!table.ok) return { kind: "lines", outcome: table };
      const { missing } = columnsOf(table.data[0]?.cells ?? []);
      return {
        kind: "lines",
        outcome:
          missing.length > 0 ? refused("headings", missing.join(",")) : done(linesOf(table.data)),
      };
    }
    case "rows":
      return { kind: "rows", rows: task.lines.map((line) => readRow(line, task.lookups)) };
    case "document":
      return { kind: "document", outcome: await judgeDocument(inPlace(task.content)) };
  }
}

/** What arrives has lost its class on the way, and is large: it is not copied. */
function inPlace({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
