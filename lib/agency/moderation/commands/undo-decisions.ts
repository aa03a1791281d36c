import "server-only";
import { and, eq } from "drizzle-orm";
import { moderationDecision } from "@/db/schema/moderation";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { lockOffer } from "@/lib/offer/lifecycle/commands/write";
import type { OfferRefusal } from "@/lib/offer/lifecycle/labels";
import { type UndoRefusal, undoRefusal } from "@/lib/offer/lifecycle/undo";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import type { Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { withdrawMails } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";

type Refused = OfferRefusal | UndoRefusal;
type DecisionRow = typeof moderationDecision.$inferSelect;

/**
 * Takes back what one gesture of this moderator decided: each offer waits again, as it was, and
 * nobody was told. In a batch those that someone went on with stay as they are.
 * @returns how many were taken back; a refusal when none was
 */
export async function undoDecisions(
  viewer: Viewer,
  batchId: string,
): Promise<Outcome<{ offerIds: string[]; kept: number }, Refused>> {
  if (viewer.kind !== "moderator") return refused("notFound");
  const decisions = await db
    .select()
    .from(moderationDecision)
    .where(
      and(
        eq(moderationDecision.batchId, batchId),
        eq(moderationDecision.accountId, viewer.accountId),
      ),
    )
    .orderBy(moderationDecision.id);
  const refusals: Refused[] = [];
  const offerIds: string[] = [];
  for (const decision of decisions) {
    const outcome = await undoDecision(viewer, decision);
    if (outcome.ok) offerIds.push(decision.offerId);
    else refusals.push(outcome.code);
  }
  return offerIds.length > 0
    ? done({ offerIds, kept: refusals.length })
    : refused(refusals[0] ?? "undoTooLate");
}

function undoDecision(
  viewer: Extract<Viewer, { kind: "moderator" }>,
  decision: DecisionRow,
): Promise<Outcome<null, Refused>> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, decision.offerId, "offer:moderate");
    if (!locked.ok) return locked;
    const row = locked.data;
    // Judged under the lock: of two clicks, and of a click and the offeror's next step, one comes
    // first.
    const refusal = undoRefusal(decision, row.version, now());
    if (refusal) return refused(refusal);
    if (!(await withdrawMails(tx, decision.mailIds))) return refused("undoTooLate");
    const { publication, publishedAt, approvedRevisionId } = decision;
    // Not a move of the state machine: what was decided is as if it had not been
    // (docs/decisions/0008-undo.md).
    await tx
      .update(offer)
      .set({
        validation: "pending",
        publication,
        publishedAt,
        approvedRevisionId,
        version: row.version + 1,
        updatedAt: now(),
      })
      .where(and(eq(offer.id, row.id), eq(offer.version, row.version)));
    await tx
      .update(offerRevision)
      .set({ decision: "pending", reason: "", comments: {}, decidedBy: null, decidedAt: null })
      .where(eq(offerRevision.id, decision.revisionId));
    await tx.delete(moderationDecision).where(eq(moderationDecision.id, decision.id));
    await refreshCatalogue(tx, { offerId: row.id });
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: "offer:undoDecision",
      objectKind: "offer",
      objectId: row.id,
      detail: { revisionId: decision.revisionId },
    });
    return done(null);
  });
}
