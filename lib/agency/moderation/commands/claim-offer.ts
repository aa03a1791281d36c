import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { offerClaim } from "@/db/schema/moderation";
import { lockOffer } from "@/lib/offer/lifecycle/commands/write";
import type { OfferRefusal } from "@/lib/offer/lifecycle/labels";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { fullName } from "@/lib/platform/values/full-name";
import { claimMinutes } from "../claim";
import type { ClaimRefusal } from "../labels";
import { isWatchedNow } from "../queries/watched";

/**
 * «Je m’en occupe»: for a quarter of an hour, again for another. An offer someone else looks at is
 * not taken away.
 */
export async function claimOffer(
  viewer: Viewer,
  offerId: string,
): Promise<Outcome<{ offerId: string }, OfferRefusal | ClaimRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, offerId, "offer:moderate");
    if (!locked.ok) return locked;
    if (viewer.kind !== "moderator") return refused("notFound");
    if (locked.data.validation !== "pending") return refused("wrongState");
    const until = new Date(now().getTime() + claimMinutes * 60_000);
    const taken = await tx
      .insert(offerClaim)
      .values({ offerId, accountId: viewer.accountId, until })
      .onConflictDoUpdate({
        target: offerClaim.offerId,
        set: { accountId: viewer.accountId, until },
        setWhere: sql`${eq(offerClaim.accountId, viewer.accountId)} or not (${isWatchedNow()})`,
      })
      .returning({ offerId: offerClaim.offerId });
    if (taken.length === 1) return done({ offerId });
    const [other] = await tx
      .select({ firstName: account.firstName, lastName: account.lastName })
      .from(offerClaim)
      .innerJoin(account, eq(account.id, offerClaim.accountId))
      .where(eq(offerClaim.offerId, offerId));
    return refused("claimedByOther", undefined, { by: fullName(other) });
  });
}

/** Gives an offer back to the others. Nothing to give back is an answer, not an error. */
export async function releaseOffer(
  viewer: Viewer,
  offerId: string,
): Promise<Outcome<{ offerId: string }, OfferRefusal | ClaimRefusal>> {
  if (viewer.kind !== "moderator") return refused("notFound");
  await db
    .delete(offerClaim)
    .where(and(eq(offerClaim.offerId, offerId), eq(offerClaim.accountId, viewer.accountId)));
  return done({ offerId });
}
