import "server-only";
import { and, asc, eq, lte } from "drizzle-orm";
import { offer } from "@/lib/offer/content/tables";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";

/**
 * Brings back the offers whose pause has ended, each in a transaction of its own: one that fails
 * holds up no other.
 */
export async function wakeOffers(): Promise<void> {
  const due = await db
    .select({ id: offer.id })
    .from(offer)
    .where(lte(offer.pausedUntil, now()))
    .orderBy(asc(offer.pausedUntil))
    .limit(1000);
  for (const { id } of due) {
    await db.transaction(async (tx) => {
      const woken = await tx
        .update(offer)
        .set({ pausedUntil: null })
        .where(and(eq(offer.id, id), lte(offer.pausedUntil, now())))
        .returning({ id: offer.id });
      if (woken.length === 0) return;
      await refreshCatalogue(tx, { offerId: id });
      await recordAudit(tx, {
        actorId: null,
        deed: "offer:wake",
        objectKind: "offer",
        objectId: id,
      });
    });
  }
}
