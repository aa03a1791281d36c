import "server-only";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import type { Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { startOfDay } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import type { OfferRefusal } from "../labels";
import { pauseRefusal } from "../pause";
import { decide } from "../rules";
import { stateOf } from "../state";
import { lockOffer, writeState } from "./write";

/**
 * Takes a published offer out of sight until a day; it comes back by itself (wake-offers.ts), or by
 * «Remettre en ligne».
 * @param until `yyyy-mm-dd`: the day it is visible again. A paused offer takes the new date.
 */
export async function pauseOffer(
  viewer: Viewer,
  input: { offerId: string; until: string },
): Promise<Outcome<{ offerId: string }, OfferRefusal>> {
  const refusal = pauseRefusal(input.until, now());
  if (refusal) return refused(refusal, "until");
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, input.offerId, "offer:publish");
    if (!locked.ok) return locked;
    const decision = decide(stateOf(locked.data), "pause", "offeror");
    if (!decision.ok) return refused(decision.refusal);
    if (
      !(await writeState(tx, locked.data, decision.state, { pausedUntil: startOfDay(input.until) }))
    )
      return refused("conflict");
    await refreshCatalogue(tx, { offerId: input.offerId });
    const actorId = viewer.kind === "anonymous" ? null : viewer.accountId;
    await recordAudit(tx, {
      actorId,
      deed: "offer:pause",
      objectKind: "offer",
      objectId: input.offerId,
      detail: { until: input.until },
    });
    return done({ offerId: input.offerId });
  });
}
