import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { offerImport } from "@/db/schema/import";
import { hasConfirmedAddress } from "@/lib/account/commands/confirmed";
import { recordAudit } from "@/lib/audit/commands";
import { communesByPostcode } from "@/lib/commune/queries/communes";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import { can, type Viewer } from "@/lib/platform/policy";
import { columnsOf } from "../columns";
import { importIdOf } from "../id";
import type { ImportRefusal } from "../labels";
import { importVocabulary } from "../queries";
import { cleanCell, linesOf, postcodeOf, readRow } from "../rows";
import { importRowLimit } from "../schema";
import { readTable } from "../sheet";

/**
 * Reads and checks a spreadsheet; no offer is written. The same file again, the same day, is the same import: one that
 * was not started or was cancelled is read anew, one that runs or ran is only found again.
 * @returns the import's id; where headings are missing, their fields separated by commas as `field`
 */
export async function prepareImport(viewer: Viewer, file: { name: string; content: Buffer }): Promise<Outcome<{ importId: string }, ImportRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "offer:import", viewer)) return refused("notFound");
  if (!(await hasConfirmedAddress(db, viewer.accountId))) return refused("addressToConfirm");
  const table = await readTable(file.content);
  if (!table.ok) return table;
  const { missing } = columnsOf(table.data[0] ?? []);
  if (missing.length > 0) return refused("headings", missing.join(","));
  const lines = linesOf(table.data);
  if (lines.length === 0) return refused("noRow");
  if (lines.length > importRowLimit) return refused("tooManyRows");

  const postcodes = new Set(lines.map(({ cells }) => postcodeOf(cells.get("sitePostcode") ?? "")));
  const [vocabulary, communes] = await Promise.all([importVocabulary(), communesByPostcode([...postcodes])]);
  const rows = lines.map((line) => readRow(line, { ...vocabulary, communes }));

  const at = now();
  const importId = importIdOf(viewer.accountId, at.toISOString().slice(0, 10), file.content);
  const fileName = cleanCell(file.name.split(/[\\/]/).at(-1) ?? "").replaceAll(/[\n\p{Cf}]/gu, "").slice(0, 120) || "fichier";
  return db.transaction(async (tx) => {
    const made = await tx
      .insert(offerImport)
      .values({ id: importId, structureId: viewer.structureId, accountId: viewer.accountId, fileName, rows, createdAt: at })
      .onConflictDoUpdate({
        target: offerImport.id,
        set: { state: "preview", rows, fileName, written: 0, finishedAt: null },
        setWhere: and(eq(offerImport.structureId, viewer.structureId), inArray(offerImport.state, ["preview", "cancelled"])),
      })
      .returning({ id: offerImport.id });
    const detail = { rows: rows.length };
    if (made.length > 0) await recordAudit(tx, { actorId: viewer.accountId, deed: "import:read", objectKind: "import", objectId: importId, detail });
    return done({ importId });
  });
}
