import type { DocumentRefusal } from "@/lib/document/labels";
import type { AcceptedType } from "@/lib/document/rules";
import type { ImportRefusal } from "@/lib/import/labels";
import type { ImportLine, Lookups } from "@/lib/import/rows";
import type { ImportedRow } from "@/lib/import/schema";
import type { Outcome } from "@/lib/platform/action-result";

/** What the reading worker is asked, and what it answers. */
export type ReadingTask =
  | { kind: "lines"; content: Uint8Array }
  | { kind: "rows"; lines: readonly ImportLine[]; lookups: Lookups }
  | { kind: "document"; content: Uint8Array };

export type ReadingAnswer =
  | { kind: "lines"; outcome: Outcome<ImportLine[], ImportRefusal> }
  | { kind: "rows"; rows: ImportedRow[] }
  | { kind: "document"; outcome: Outcome<AcceptedType, DocumentRefusal> };
