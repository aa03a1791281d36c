import "server-only";
import { and, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { hasConfirmedAddress } from "@/lib/offer/lifecycle/queries/confirmed";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { importIdOf } from "../id";
import type { ImportRefusal } from "../labels";
import { judgeLines } from "../queries";
import { readLinesInWorker } from "../read-in-worker";
import { cleanCell } from "../rows";
import { type ImportedRow, importRowLimit } from "../schema";
import { offerImport } from "../tables";
import { inTurn } from "./reading-turn";

/**
 * Previews a structure keeps: those before them were not started, and their files can be sent
 * again.
 */
const previewsKept = 10;

export interface SentSheet {
  /** As sent. */
  name: string;
  /** The whole file, or how to have it once it is its turn. */
  content: Buffer | (() => Promise<Buffer>);
}

/**
 * Reads and checks a spreadsheet; no offer is written. The same file again, the same day, is the
 * same import: one that was not started or was cancelled is read anew, one that runs or ran is only
 * found again.
 * @returns the import's id; where headings are missing, their fields separated by commas as `field`
 */
export async function prepareImport(
  viewer: Viewer,
  file: SentSheet,
): Promise<Outcome<{ importId: string }, ImportRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "offer:import", viewer)) return refused("notFound");
  if (!(await hasConfirmedAddress(db, viewer.accountId))) return refused("addressToConfirm");
  return inTurn(viewer.structureId, async () => {
    const content = typeof file.content === "function" ? await file.content() : file.content;
    const rows = await readRows(content);
    return rows.ok ? keepPreview(viewer, file.name, content, rows.data) : rows;
  });
}

async function readRows(content: Buffer): Promise<Outcome<ImportedRow[], ImportRefusal>> {
  const lines = await readLinesInWorker(content);
  if (!lines.ok) return lines;
  if (lines.data.length === 0) return refused("noRow");
  if (lines.data.length > importRowLimit) return refused("tooManyRows");
  return judgeLines(lines.data);
}

async function keepPreview(
  viewer: Extract<Viewer, { kind: "offeror" }>,
  sentName: string,
  content: Buffer,
  rows: ImportedRow[],
): Promise<Outcome<{ importId: string }, ImportRefusal>> {
  const at = now();
  const importId = importIdOf(viewer.accountId, dayOf(at), content);
  const fileName =
    cleanCell(sentName.split(/[\\/]/).at(-1) ?? "")
      .replaceAll(/[\n\p{Cf}]/gu, "")
      .slice(0, 120) || "fichier";
  return db.transaction(async (tx) => {
    const made = await tx
      .insert(offerImport)
      .values({
        id: importId,
        structureId: viewer.structureId,
        accountId: viewer.accountId,
        fileName,
        rows,
        createdAt: at,
      })
      .onConflictDoUpdate({
        target: offerImport.id,
        set: { state: "preview", rows, fileName, written: 0 },
        setWhere: sql`${eq(offerImport.structureId, viewer.structureId)}
          and ${inArray(offerImport.state, ["preview", "cancelled"])}`,
      })
      .returning({ id: offerImport.id });
    const detail = { rows: rows.length };
    if (made.length > 0)
      await recordAudit(tx, {
        actorId: viewer.accountId,
        deed: "import:read",
        objectKind: "import",
        objectId: importId,
        detail,
      });
    await forgetOldPreviews(tx, viewer.structureId, importId);
    return done({ importId });
  });
}

async function forgetOldPreviews(
  tx: Transaction,
  structureId: string,
  importId: string,
): Promise<void> {
  const others = and(
    eq(offerImport.structureId, structureId),
    eq(offerImport.state, "preview"),
    // One that was resumed names the offers it has written.
    isNull(offerImport.finishedAt),
    ne(offerImport.id, importId),
  );
  const old = tx
    .select({ id: offerImport.id })
    .from(offerImport)
    .where(others)
    .orderBy(desc(offerImport.createdAt))
    .offset(previewsKept - 1);
  await tx
    .delete(offerImport)
    .where(and(eq(offerImport.state, "preview"), inArray(offerImport.id, old)));
}
