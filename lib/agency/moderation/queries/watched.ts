import "server-only";
import { and, gt, lte, type SQL } from "drizzle-orm";
import { offerClaim } from "@/db/schema/moderation";
import { clockSkewSeconds, now } from "@/lib/platform/values/clock";
import { claimMinutes } from "../claim";

/**
 * Whether somebody looks at an offer now, for the row of {@link offerClaim}. One that would last
 * longer than any taken now was written by a clock that was ahead: nobody looks at it any more.
 */
export function isWatchedNow(): SQL | undefined {
  const at = now();
  const latest = new Date(at.getTime() + claimMinutes * 60_000 + clockSkewSeconds * 1000);
  return and(gt(offerClaim.until, at), lte(offerClaim.until, latest));
}
