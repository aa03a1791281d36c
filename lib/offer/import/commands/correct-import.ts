import "server-only";
import { and, eq } from "drizzle-orm";
import { inputNames } from "@/lib/offer/content/inputs";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type FormValues, type Outcome, refused } from "@/lib/platform/form/action-result";
import type { ImportRefusal } from "../labels";
import { judgeLines } from "../queries";
import { cleanCell, type ImportLine } from "../rows";
import { cellName, type ImportedRow } from "../schema";
import { offerImport } from "../tables";

/**
 * Puts what was typed into the cells of a preview and judges their rows again, as if the file had
 * said so. A row that nobody touched stays as it is.
 * @param typed by {@link cellName}; a list is its values, separated
 * @returns how many rows were judged again
 */
export async function correctImport(
  viewer: Viewer,
  { importId, typed }: { importId: string; typed: FormValues },
): Promise<Outcome<{ importId: string; rows: number }, ImportRefusal>> {
  if (viewer.kind !== "offeror") return refused("notFound");
  const own = and(eq(offerImport.id, importId), eq(offerImport.structureId, viewer.structureId));
  const [before] = await db.select().from(offerImport).where(own);
  if (!before || !can(viewer, "offer:import", before)) return refused("notFound");
  if (before.state !== "preview") return refused("alreadyStarted");
  const corrected = before.rows.flatMap((row) => correctedLine(row, typed) ?? []);
  if (corrected.length === 0) return done({ importId, rows: 0 });
  const judged = await judgeLines(corrected);
  if (!judged.ok) return judged;
  const fresh = new Map(judged.data.map((row) => [row.line, row]));
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(offerImport).where(own).for("update");
    if (row?.state !== "preview") return refused("alreadyStarted");
    await tx
      .update(offerImport)
      .set({ rows: row.rows.map((each) => fresh.get(each.line) ?? each) })
      .where(own);
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "import:correct",
      objectKind: "import",
      objectId: importId,
      detail: { rows: fresh.size },
    });
    return done({ importId, rows: fresh.size });
  });
}

function correctedLine({ line, cells }: ImportedRow, typed: FormValues): ImportLine | null {
  const before = inputNames.map((field) => [field, cells[field] ?? ""] as const);
  const after = before.map(([field, cell]) => {
    const sent = typed[cellName(line, field)];
    return [field, sent === undefined ? cell : cleanCell([sent].flat().join(" ; "))] as const;
  });
  const changed = after.some(([, cell], index) => cell !== before[index]?.[1]);
  return changed ? { line, cells: new Map(after) } : null;
}
