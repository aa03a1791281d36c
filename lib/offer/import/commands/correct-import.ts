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
import { markOf, readShown, shownField } from "../shown-cells";
import { offerImport } from "../tables";

/**
 * Puts what was typed into the cells of a preview and judges their rows again, as if the file had
 * said so. A row that nobody touched stays as it is, and nothing is written over what another page
 * corrected meanwhile.
 * @param typed by {@link cellName}, with what the page showed ({@link shownField}); a list is its
 * values, separated
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
  const corrected = correctedLines(before.rows, typed);
  if (!corrected.ok) return corrected;
  if (corrected.data.length === 0) return done({ importId, rows: 0 });
  const judged = await judgeLines(corrected.data);
  if (!judged.ok) return judged;
  const fresh = new Map(judged.data.map((row) => [row.line, row]));
  const outcome = await db.transaction(async (tx) => {
    const [row] = await tx.select().from(offerImport).where(own).for("update");
    if (row?.state !== "preview") return refused("alreadyStarted");
    if (JSON.stringify(row.rows) !== JSON.stringify(before.rows)) return null;
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
  // Another page was faster: what it corrected is read again.
  return outcome ?? correctImport(viewer, { importId, typed });
}

/** The lines with a cell that was typed into, as they would be now. */
function correctedLines(
  rows: readonly ImportedRow[],
  typed: FormValues,
): Outcome<ImportLine[], ImportRefusal> {
  const shown = readShown(typed[shownField]);
  const lines: ImportLine[] = [];
  for (const { line, cells: stored } of rows) {
    const cells = new Map(inputNames.map((field) => [field, stored[field] ?? ""]));
    let isCorrected = false;
    for (const [field, before] of cells) {
      const name = cellName(line, field);
      const sent = typed[name];
      if (sent === undefined) continue;
      const cell = cleanCell([sent].flat().join(" ; "));
      const was = shown.get(name) ?? markOf(before);
      if (cell === before || markOf(cell) === was) continue;
      if (markOf(before) !== was)
        return refused("cellChanged", name, { cell: before, typed: cell });
      cells.set(field, cell);
      isCorrected = true;
    }
    if (isCorrected) lines.push({ line, cells });
  }
  return done(lines);
}
