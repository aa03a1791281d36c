import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { isNamed, noReferent, type Person, withoutReferent } from "@/lib/offer/content/person";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import type { Transaction } from "@/lib/platform/database/client";
import { hashContent } from "./write";

/** A hash is of what stands in the row, not of what its reader adds to an older one. */
const asStored = sql<Record<string, unknown>>`${offerRevision.content}`.mapWith(
  (stored: Record<string, unknown>) => stored,
);

/**
 * Takes a person out of the offers of a structure: out of what is being typed, and out of every
 * submitted version they are the local referent of. The rest of a version stays as it was decided
 * on.
 */
export async function forgetReferent(
  tx: Transaction,
  structureId: string,
  person: Person,
): Promise<void> {
  // Locked: a version submitted meanwhile would keep what is erased here.
  await tx
    .select({ id: offer.id })
    .from(offer)
    .where(eq(offer.structureId, structureId))
    .orderBy(offer.id)
    .for("update");
  await forgetInDrafts(tx, structureId, person);
  await forgetInRevisions(tx, structureId, person);
}

async function forgetInDrafts(tx: Transaction, structureId: string, person: Person): Promise<void> {
  const rows = await tx
    .select({ id: offer.id, draft: offer.draft })
    .from(offer)
    .where(and(eq(offer.structureId, structureId), isNotNull(offer.draft)));
  for (const { id, draft } of rows) {
    const values = draft && withoutReferent(draft.values, person);
    if (draft && values)
      await tx
        .update(offer)
        .set({ draft: { ...draft, values } })
        .where(eq(offer.id, id));
  }
}

async function forgetInRevisions(
  tx: Transaction,
  structureId: string,
  person: Person,
): Promise<void> {
  const rows = await tx
    .select({ id: offerRevision.id, content: offerRevision.content, stored: asStored })
    .from(offerRevision)
    .innerJoin(offer, eq(offer.id, offerRevision.offerId))
    .where(eq(offer.structureId, structureId));
  for (const { id, content, stored } of rows) {
    if (!isNamed(person, content.referent)) continue;
    const hash = hashContent({ ...stored, referent: noReferent });
    // The one way past the trigger that keeps versions as they were submitted
    // (drizzle/0003_erasure.sql).
    await tx.execute(sql`select forget_referent_of_revision(${id}, ${hash})`);
  }
}
