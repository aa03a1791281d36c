import "server-only";
import { db } from "@/db/client";
import { moderatorNote } from "@/db/schema/moderation";
import { recordAudit } from "@/lib/audit/commands";
import { lockOffer } from "@/lib/offer/commands/write";
import type { OfferRefusal } from "@/lib/offer/labels";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import type { Viewer } from "@/lib/platform/policy";

/**
 * Leaves a word for the other moderators. It stays with the offer, and its structure never reads
 * it.
 */
export async function writeNote(
  viewer: Viewer,
  { offerId, words }: { offerId: string; words: string },
): Promise<Outcome<{ offerId: string }, OfferRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, offerId, "offer:moderate");
    if (!locked.ok) return locked;
    // A draft nobody submitted is the structure's own.
    if (viewer.kind !== "moderator" || !locked.data.currentRevisionId) return refused("notFound");
    await tx
      .insert(moderatorNote)
      .values({ id: newId(), offerId, accountId: viewer.accountId, at: now(), words });
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "offer:note",
      objectKind: "offer",
      objectId: offerId,
    });
    return done({ offerId });
  });
}
