import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { offerRevision } from "@/db/schema/offer";
import { recordAudit } from "@/lib/audit/commands";
import { refreshCatalogue } from "@/lib/catalogue/commands";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import type { Viewer } from "@/lib/platform/policy";
import type { OfferRefusal } from "../labels";
import { decide } from "../rules";
import { stateOf } from "../state";
import { lockOffer, sendOfferMails, writeState } from "./write";

export interface ModerationDecision {
  offerId: string;
  /** The revision the moderator read; deciding on another one is a conflict. */
  revisionId: string;
  decision: "approve" | "requestChanges" | "refuse";
  reason: string;
}

const revisionDecisions = { approve: "approved", requestChanges: "changesRequested", refuse: "refused" } as const;

/** A moderator's decision on the pending revision. Of two moderators one decides, the other is told. */
export async function decideOffer(viewer: Viewer, input: ModerationDecision): Promise<Outcome<{ offerId: string }, OfferRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, input.offerId, "offer:moderate");
    if (!locked.ok) return locked;
    const row = locked.data;
    if (viewer.kind !== "moderator") return refused("notFound");
    if (row.currentRevisionId !== input.revisionId || row.validation !== "pending") return refused("conflict");
    const decision = decide(stateOf(row), input.decision, "moderator", input.reason);
    if (!decision.ok) return refused(decision.refusal, decision.refusal === "reasonMissing" ? "reason" : undefined);
    const decided = await tx
      .update(offerRevision)
      .set({ decision: revisionDecisions[input.decision], reason: input.reason, decidedBy: viewer.accountId, decidedAt: now() })
      .where(and(eq(offerRevision.id, input.revisionId), eq(offerRevision.decision, "pending")))
      .returning({ id: offerRevision.id });
    const pointers = input.decision === "approve" ? { approvedRevisionId: input.revisionId } : {};
    if (decided.length !== 1 || !(await writeState(tx, row, decision.state, pointers))) return refused("conflict");
    await refreshCatalogue(tx, { offerId: row.id });
    await sendOfferMails(tx, row, input.revisionId, decision.mails);
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: `offer:${input.decision}`,
      objectKind: "offer",
      objectId: row.id,
      detail: { revisionId: input.revisionId },
    });
    return done({ offerId: row.id });
  });
}
