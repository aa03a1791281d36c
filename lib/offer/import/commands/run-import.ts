import "server-only";
import { eq } from "drizzle-orm";
import { writeImportedOffer } from "@/lib/offer/draft/commands/import-offer";
import type { RefusedOffer } from "@/lib/offer/lifecycle/labels";
import { depositor } from "@/lib/offer/lifecycle/queries/depositor";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { importedOfferId } from "../id";
import type { ImportChoices, ImportedRow } from "../schema";
import { offerImport } from "../tables";
import { notifyOfImport } from "./notify-of-import";

/**
 * Rows of one transaction: what is cut off loses so much at most, and whoever cancels waits so long
 * at most.
 */
const batch = 20;

/** A job of the queue `importOffers`. */
export type ImportJob = { importId: string; accountId: string } & ImportChoices;

/**
 * Writes the offers of an import, a few rows at a time; started again after an interruption it goes
 * on where it was.
 */
export async function runImport(job: ImportJob): Promise<void> {
  while (await writeBatch(job)) continue;
}

/** @returns whether there is more to do */
function writeBatch({ importId, accountId, ...choices }: ImportJob): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(offerImport)
      .where(eq(offerImport.id, importId))
      .for("update");
    if (row?.state !== "running") return false;
    const viewer = await depositor(tx, accountId);
    if (viewer?.structureId !== row.structureId) {
      // Disabled meanwhile, or gone to another structure: nobody is left to answer for these
      // offers.
      await tx
        .update(offerImport)
        .set({ state: "cancelled", finishedAt: now() })
        .where(eq(offerImport.id, importId));
      await notifyOfImport(tx, importId);
      return false;
    }
    const rows = row.rows
      .slice(row.written, row.written + batch)
      .filter((candidate) => isWritten(candidate, choices));
    const refusals = new Map<number, RefusedOffer>();
    for (const { line, values, errors } of rows) {
      const submit = choices.submit && Object.keys(errors).length === 0;
      const refusal = await writeImportedOffer(tx, viewer, {
        offerId: importedOfferId(importId, line),
        values,
        submit,
        publish: choices.publish,
      });
      if (refusal) refusals.set(line, refusal);
    }
    const written = Math.min(row.written + batch, row.rows.length);
    const finished = written === row.rows.length;
    const told = row.rows.map((each) => ({
      ...each,
      refusal: refusals.get(each.line) ?? each.refusal,
    }));
    await tx
      .update(offerImport)
      .set({
        written,
        ...(refusals.size > 0 ? { rows: told } : {}),
        ...(finished ? { state: "done" as const, finishedAt: now() } : {}),
      })
      .where(eq(offerImport.id, importId));
    if (!finished) return true;
    await recordAudit(tx, {
      actorId: accountId,
      deed: "import:finish",
      objectKind: "import",
      objectId: importId,
    });
    if (choices.submit) await notifyOfImport(tx, importId);
    return false;
  });
}

function isWritten({ errors }: ImportedRow, { keepIncomplete }: ImportChoices): boolean {
  return keepIncomplete || Object.keys(errors).length === 0;
}
