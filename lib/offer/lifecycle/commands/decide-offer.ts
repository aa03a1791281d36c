import "server-only";
import { and, eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { moderationDecision, offerClaim } from "@/db/schema/moderation";
import type { PartComments } from "@/lib/offer/content/significance";
import { offerRevision } from "@/lib/offer/content/tables";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import type { Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { fullName } from "@/lib/platform/values/full-name";
import { newId } from "@/lib/platform/values/id";
import { decisionLabels, type OfferRefusal } from "../labels";
import { decide } from "../rules";
import { stateOf } from "../state";
import { mailDelaySeconds } from "../undo";
import { lockOffer, type OfferRow, sendOfferMails, writeState } from "./write";

export interface ModerationDecision {
  offerId: string;
  /** The revision the moderator read; deciding on another one is a conflict. */
  revisionId: string;
  decision: "approve" | "requestChanges" | "refuse";
  reason: string;
  /** Kept only where a correction is asked for. */
  comments?: PartComments;
  /** Names decisions taken by one gesture; one of its own without. */
  batchId?: string;
}

const revisionDecisions = {
  approve: "approved",
  requestChanges: "changesRequested",
  refuse: "refused",
} as const;

/**
 * A moderator's decision on the pending revision. Of two moderators one decides, the other is told.
 * Its mail waits as long as the decision can be taken back (lib/offer/lifecycle/undo.ts).
 */
export async function decideOffer(
  viewer: Viewer,
  input: ModerationDecision,
): Promise<Outcome<{ offerId: string; batchId: string }, OfferRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, input.offerId, "offer:moderate");
    if (!locked.ok) return locked;
    const row = locked.data;
    if (viewer.kind !== "moderator") return refused("notFound");
    if (row.currentRevisionId !== input.revisionId || row.validation !== "pending")
      return lost(tx, input.revisionId);
    const comments = input.decision === "requestChanges" ? (input.comments ?? {}) : {};
    const decision = decide(stateOf(row), input.decision, "moderator", input.reason);
    if (!decision.ok)
      return refused(decision.refusal, decision.refusal === "reasonMissing" ? "reason" : undefined);
    const at = now();
    const decided = await tx
      .update(offerRevision)
      .set({
        decision: revisionDecisions[input.decision],
        reason: input.reason,
        comments,
        decidedBy: viewer.accountId,
        decidedAt: at,
      })
      .where(and(eq(offerRevision.id, input.revisionId), eq(offerRevision.decision, "pending")))
      .returning({ id: offerRevision.id });
    const pointers = input.decision === "approve" ? { approvedRevisionId: input.revisionId } : {};
    if (decided.length !== 1 || !(await writeState(tx, row, decision.state, pointers)))
      return refused("conflict");
    await refreshCatalogue(tx, { offerId: row.id });
    const mailIds = await sendOfferMails(tx, row, input.revisionId, decision.mails, {
      afterSeconds: mailDelaySeconds,
    });
    const batchId = input.batchId ?? newId();
    await rememberBefore(tx, row, {
      accountId: viewer.accountId,
      revisionId: input.revisionId,
      batchId,
      mailIds,
      at,
    });
    await recordAudit(tx, {
      actorId: viewer.accountId,
      deed: `offer:${input.decision}`,
      objectKind: "offer",
      objectId: row.id,
      detail: { revisionId: input.revisionId },
    });
    return done({ offerId: row.id, batchId });
  });
}

type Remembered = Pick<
  typeof moderationDecision.$inferInsert,
  "accountId" | "revisionId" | "batchId" | "mailIds" | "at"
>;

/** What it takes to take the decision back; nobody looks at the offer any more. */
async function rememberBefore(tx: Transaction, row: OfferRow, decided: Remembered): Promise<void> {
  await tx.delete(offerClaim).where(eq(offerClaim.offerId, row.id));
  await tx.insert(moderationDecision).values({
    id: newId(),
    offerId: row.id,
    version: row.version + 1,
    publication: row.publication,
    publishedAt: row.publishedAt,
    approvedRevisionId: row.approvedRevisionId,
    ...decided,
  });
}

/** Someone was faster: a moderator, who is named, or the offeror with another version. */
async function lost(tx: Transaction, revisionId: string): Promise<Outcome<never, OfferRefusal>> {
  const [decided] = await tx
    .select({
      decision: offerRevision.decision,
      firstName: account.firstName,
      lastName: account.lastName,
    })
    .from(offerRevision)
    .innerJoin(account, eq(account.id, offerRevision.decidedBy))
    .where(eq(offerRevision.id, revisionId));
  if (!decided) return refused("conflict");
  return refused("decidedMeanwhile", undefined, {
    by: fullName(decided),
    decision: decisionLabels[decided.decision],
  });
}
