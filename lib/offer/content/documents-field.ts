import { z } from "zod";
import type { FieldWords } from "./kinds";
import { list } from "./parts";

interface Attached {
  documentIds: readonly string[];
}

/** Files of the offer: free text too, so the ARS validates them. */
export const documentsField = {
  kind: "group" as const,
  page: "terrain" as const,
  label: "Documents",
  significance: { validated: "les documents" },
  audience: "public",
  anchor: "documents",
  // Files are sent by themselves, one by one.
  inputs: {},
  content: { documentIds: list(z.uuid()) },
  compared: ({ documentIds }: Attached): unknown => documentIds,
  words: ({ documentIds }: Attached, { document }: { document: (id: string) => string }) =>
    documentIds.map(document),
} satisfies FieldWords & Record<string, unknown>;
