import "server-only";
import { moderatorNote } from "@/db/schema/moderation";
import { lockOffer } from "@/lib/offer/lifecycle/commands/write";
import type { OfferRefusal } from "@/lib/offer/lifecycle/labels";
import type { Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";

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
