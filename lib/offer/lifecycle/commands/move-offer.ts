import "server-only";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import type { Permission, Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import type { OfferRefusal } from "../labels";
import { decide, type OfferMove, type Publication } from "../rules";
import { stateOf } from "../state";
import { lockOffer, writeState } from "./write";

const permissions: Record<OfferMove, Permission> = {
  publish: "offer:publish",
  unpublish: "offer:publish",
  archive: "offer:delete",
  unarchive: "offer:delete",
  delete: "offer:delete",
  restore: "offer:delete",
};

/**
 * The moves of an offeror that need nothing but the offer. Already done is an answer, not an error.
 */
export async function moveOffer(
  viewer: Viewer,
  offerId: string,
  move: OfferMove,
): Promise<Outcome<{ offerId: string; publication: Publication }, OfferRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, offerId, permissions[move]);
    if (!locked.ok) return locked;
    const row = locked.data;
    const decision = decide(stateOf(row), move, "offeror");
    if (!decision.ok) {
      return decision.refusal === "alreadyDone"
        ? done({ offerId, publication: row.publication })
        : refused(decision.refusal);
    }
    if (!(await writeState(tx, row, decision.state))) return refused("conflict");
    await refreshCatalogue(tx, { offerId });
    const actorId = viewer.kind === "anonymous" ? null : viewer.accountId;
    await recordAudit(tx, {
      actorId,
      deed: `offer:${move}`,
      objectKind: "offer",
      objectId: offerId,
    });
    return done({ offerId, publication: decision.state.publication });
  });
}
