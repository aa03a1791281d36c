import "server-only";
import { decideOffer, type ModerationDecision } from "@/lib/offer/lifecycle/commands/decide-offer";
import type { OfferRefusal } from "@/lib/offer/lifecycle/labels";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { newId } from "@/lib/platform/values/id";

/**
 * One decision on several offers, each for itself: one that moved on stays as it is, and the others
 * are decided.
 * @param picked offer and revision as the preview showed them
 * @returns how many were decided, and which were not; a refusal when none was
 */
export async function decideOffers(
  viewer: Viewer,
  picked: readonly { offerId: string; revisionId: string }[],
  decision: Pick<ModerationDecision, "decision" | "reason">,
): Promise<Outcome<{ batchId: string; decided: number; left: string[] }, OfferRefusal>> {
  if (!can(viewer, "offer:moderate")) return refused("notFound");
  const batchId = newId();
  const left: string[] = [];
  const batches: string[] = [];
  let refusal: OfferRefusal = "conflict";
  for (const each of picked) {
    const outcome = await decideOffer(viewer, { ...each, ...decision, batchId });
    if (outcome.ok) {
      batches.push(outcome.data.batchId);
      continue;
    }
    // What is missing in the decision is missing for each of them.
    if (outcome.code === "reasonMissing") return outcome;
    left.push(each.offerId);
    refusal = outcome.code === "decidedMeanwhile" ? "conflict" : outcome.code;
  }
  // Sent twice, the first time’s name is the one that can be taken back.
  const named = batches.includes(batchId) ? batchId : batches[0];
  return named ? done({ batchId: named, decided: batches.length, left }) : refused(refusal);
}
