import "server-only";
import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import { db } from "@/db/client";
import { offer } from "@/db/schema/offer";
import { now } from "@/lib/platform/clock";
import { trashDays } from "../trash";
import { deleteOffersForGood } from "./delete-for-good";

/** Deletes for good what has been in the bin for 30 days, each offer in a transaction of its own. */
export async function purgeOffers(): Promise<void> {
  const limit = new Date(now().getTime() - trashDays * 24 * 3600_000);
  const isDue = and(isNotNull(offer.deletedAt), lte(offer.deletedAt, limit));
  const due = await db.select({ id: offer.id }).from(offer).where(isDue).orderBy(asc(offer.deletedAt)).limit(1000);
  for (const { id } of due) {
    await db.transaction(async (tx) => {
      // Locked and asked again: someone may have restored it meanwhile.
      const rows = await tx.select({ id: offer.id, reference: offer.reference }).from(offer).where(and(eq(offer.id, id), isDue)).for("update");
      await deleteOffersForGood(tx, null, rows);
    });
  }
}
