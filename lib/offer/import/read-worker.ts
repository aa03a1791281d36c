import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { answerTasks, inPlace } from "@/lib/platform/load/answer-tasks";
import { columnsOf } from "./columns";
import type { ImportRefusal } from "./labels";
import { type ImportLine, linesOf, type Lookups, readRow } from "./rows";
import type { ImportedRow } from "./schema";
import { readTable } from "./sheet";

export type ReadingTask =
  | { kind: "lines"; content: Uint8Array }
  | { kind: "rows"; lines: readonly ImportLine[]; lookups: Lookups };

export interface ReadingAnswers {
  lines: Outcome<ImportLine[], ImportRefusal>;
  rows: ImportedRow[];
}

answerTasks<ReadingAnswers[keyof ReadingAnswers]>(async (task: ReadingTask) =>
  task.kind === "lines"
    ? readLines(inPlace(task.content))
    : task.lines.map((line) => readRow(line, task.lookups)),
);

async function readLines(content: Buffer): Promise<ReadingAnswers["lines"]> {
  const table = await readTable(content);
  if (!table.ok) return table;
  const { missing } = columnsOf(table.data[0]?.cells ?? []);
  return missing.length > 0 ? refused("headings", missing.join(",")) : done(linesOf(table.data));
}
