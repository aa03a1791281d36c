import "server-only";
import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import { document } from "@/db/schema/document";
import { offer, offerRevision, renewal } from "@/db/schema/offer";
import { reminder } from "@/db/schema/reminder";
import { recordAudit } from "@/lib/audit/commands";
import { now } from "@/lib/platform/clock";
import { trashDays } from "../trash";

/** Deletes for good what has been in the bin for 30 days, each offer in a transaction of its own. */
export async function purgeOffers(): Promise<void> {
  const limit = new Date(now().getTime() - trashDays * 24 * 3600_000);
  const due = await db
    .select({ id: offer.id })
    .from(offer)
    .where(and(isNotNull(offer.deletedAt), lte(offer.deletedAt, limit)))
    .orderBy(asc(offer.deletedAt))
    .limit(1000);
  for (const { id } of due) await db.transaction((tx) => purgeOffer(tx, id, limit));
}

/** The row, all it held and all that pointed to it. The audit log keeps that it was, without a word of what it said. */
async function purgeOffer(tx: Transaction, id: string, limit: Date): Promise<void> {
  // Locked and asked again: someone may have restored it meanwhile.
  const [row] = await tx
    .select({ id: offer.id })
    .from(offer)
    .where(and(eq(offer.id, id), isNotNull(offer.deletedAt), lte(offer.deletedAt, limit)))
    .for("update");
  if (!row) return;
  await tx.update(renewal).set({ renewedOfferId: null }).where(eq(renewal.renewedOfferId, id));
  await tx.delete(renewal).where(eq(renewal.offerId, id));
  await tx.delete(reminder).where(eq(reminder.offerId, id));
  await tx.update(offer).set({ copiedFromId: null }).where(eq(offer.copiedFromId, id));
  await tx.delete(publicOffer).where(eq(publicOffer.offerId, id));
  await tx.delete(document).where(eq(document.offerId, id));
  await tx.delete(offerRevision).where(eq(offerRevision.offerId, id));
  await tx.delete(offer).where(eq(offer.id, id));
  await recordAudit(tx, { actorId: null, deed: "offer:purge", objectKind: "offer", objectId: id });
}
