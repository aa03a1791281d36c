import "server-only";
import { and, asc, eq, isNotNull, lt, lte } from "drizzle-orm";
import { uploadTally } from "@/db/schema/upload-tally";
import { offer } from "@/lib/offer/content/tables";
import { db } from "@/lib/platform/database/client";
import { sureOfTime } from "@/lib/platform/jobs/sure-of-time";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { daysBefore } from "@/lib/platform/values/days";
import { trashDays } from "../trash";
import { deleteOffersForGood } from "./delete-for-good";
import { purgeUnusedDocuments } from "./purge-unused-documents";

/**
 * Deletes for good what has been in the bin for 30 days, each offer in a transaction of its own;
 * then what is left over.
 */
export async function purgeOffers(): Promise<void> {
  await sureOfTime();
  const limit = daysBefore(now(), trashDays);
  const isDue = and(isNotNull(offer.deletedAt), lte(offer.deletedAt, limit));
  const due = await db
    .select({ id: offer.id })
    .from(offer)
    .where(isDue)
    .orderBy(asc(offer.deletedAt))
    .limit(1000);
  for (const { id } of due) {
    await db.transaction(async (tx) => {
      // Locked and asked again: someone may have restored it meanwhile.
      const rows = await tx
        .select({ id: offer.id, reference: offer.reference })
        .from(offer)
        .where(and(eq(offer.id, id), isDue))
        .for("update");
      await deleteOffersForGood(tx, null, rows);
    });
  }
  const yesterday = daysBefore(now(), 1);
  await purgeUnusedDocuments(yesterday);
  await db.delete(uploadTally).where(lt(uploadTally.day, dayOf(yesterday)));
}
