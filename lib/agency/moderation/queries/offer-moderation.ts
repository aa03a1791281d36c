import "server-only";
import { and, countDistinct, desc, eq, gt, inArray } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { moderationDecision, moderatorNote, offerClaim } from "@/db/schema/moderation";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { visibilitiesOf } from "@/lib/offer/lifecycle/queries/visibilities";
import { undoSeconds } from "@/lib/offer/lifecycle/undo";
import { visibilitiesInWords } from "@/lib/offer/lifecycle/visibility";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { fullName } from "@/lib/platform/values/full-name";
import { isUuid } from "@/lib/platform/values/id";
import { isWatchedNow } from "./watched";

export interface OfferModerationDto {
  /** Who looks at the offer now. */
  watch: { by: string; mine: boolean; until: Date } | null;
  /** Who decided on the current revision, when that is done. */
  decidedBy: { name: string; at: Date } | null;
  /** Oldest first. */
  notes: { id: string; by: string; at: Date; words: string }[];
}

/** What stands beside an offer for moderators only; null for anyone else. */
export async function offerModeration(
  viewer: Viewer,
  offerId: string,
): Promise<OfferModerationDto | null> {
  if (viewer.kind !== "moderator" || !can(viewer, "offer:moderate") || !isUuid(offerId))
    return null;
  const person = { firstName: account.firstName, lastName: account.lastName };
  const [[watch], [decided], notes] = await Promise.all([
    db
      .select({ ...person, accountId: offerClaim.accountId, until: offerClaim.until })
      .from(offerClaim)
      .innerJoin(account, eq(account.id, offerClaim.accountId))
      .where(and(eq(offerClaim.offerId, offerId), isWatchedNow())),
    db
      .select({ ...person, at: offerRevision.decidedAt })
      .from(offer)
      .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
      .innerJoin(account, eq(account.id, offerRevision.decidedBy))
      .where(eq(offer.id, offerId)),
    db
      .select({ ...person, id: moderatorNote.id, at: moderatorNote.at, words: moderatorNote.words })
      .from(moderatorNote)
      .innerJoin(account, eq(account.id, moderatorNote.accountId))
      .where(eq(moderatorNote.offerId, offerId))
      .orderBy(desc(moderatorNote.id))
      .limit(100),
  ]);
  return {
    watch: watch
      ? { by: fullName(watch), mine: watch.accountId === viewer.accountId, until: watch.until }
      : null,
    decidedBy: decided?.at ? { name: fullName(decided), at: decided.at } : null,
    notes: notes
      .reverse()
      .map(({ id, at, words, ...who }) => ({ id, at, words, by: fullName(who) })),
  };
}

/**
 * What the viewer can still take back of what one gesture decided.
 * @returns of how many structures the offers are, all of which hear of it; null when there is
 * nothing
 */
export async function undoable(
  viewer: Viewer,
  batchId: string,
): Promise<{ structures: number } | null> {
  if (viewer.kind !== "moderator" || !isUuid(batchId)) return null;
  const since = new Date(now().getTime() - undoSeconds * 1000);
  const [decided] = await db
    .select({ structures: countDistinct(offer.structureId) })
    .from(moderationDecision)
    .innerJoin(
      offer,
      and(eq(offer.id, moderationDecision.offerId), eq(offer.version, moderationDecision.version)),
    )
    .where(
      and(
        eq(moderationDecision.batchId, batchId),
        eq(moderationDecision.accountId, viewer.accountId),
        gt(moderationDecision.at, since),
      ),
    );
  return decided && decided.structures > 0 ? decided : null;
}

/** What the public sees now of the offers that one gesture of the viewer's decided, in words. */
export async function visibilitiesDecided(viewer: Viewer, batchId: string): Promise<string[]> {
  if (viewer.kind !== "moderator" || !isUuid(batchId)) return [];
  const decided = db
    .select({ id: moderationDecision.offerId })
    .from(moderationDecision)
    .where(
      and(
        eq(moderationDecision.batchId, batchId),
        eq(moderationDecision.accountId, viewer.accountId),
      ),
    );
  return visibilitiesInWords(
    [...(await visibilitiesOf(inArray(offer.id, decided))).values()],
    "moderator",
  );
}
