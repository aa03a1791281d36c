import "server-only";
import { and, count, eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { contentAsRead } from "@/lib/offer/content/current-terms";
import type { OfferContent } from "@/lib/offer/content/schema";
import { changesBetween } from "@/lib/offer/content/significance";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import {
  hashContent,
  lockOffer,
  type OfferRow,
  sendOfferMails,
  writeState,
} from "@/lib/offer/lifecycle/commands/write";
import type { OfferRefusal } from "@/lib/offer/lifecycle/labels";
import { contentOf, submissionOf } from "@/lib/offer/lifecycle/queries/submission";
import { decide } from "@/lib/offer/lifecycle/rules";
import { stateOf } from "@/lib/offer/lifecycle/state";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import type { Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { dayInWords, startOfDay } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { depositOf } from "@/lib/reference/campaign/queries";
import { mergedTerms } from "@/lib/reference/vocabulary/queries";
import { draftOf } from "./save-draft";

export interface Submitted {
  offerId: string;
  /**
   * `minor`: nothing needed a validation and all of it applies already. `unchanged`: there was
   * nothing to submit. `asked`: it leaves when who submits it has confirmed their address
   * (submit-asked.ts).
   */
  outcome: "pending" | "minor" | "unchanged" | "asked";
}

/**
 * Makes a revision of what was typed. It waits for the ARS, unless every change to the approved
 * content is one that applies at once.
 * @param version the version of the offer that the check page showed; another one is a conflict
 */
export async function submitOffer(
  viewer: Viewer,
  input: { offerId: string; version: number; publishOnApproval: boolean },
): Promise<Outcome<Submitted, OfferRefusal>> {
  return db.transaction((tx) => submitWithin(tx, viewer, { ...input, quiet: false }));
}

/**
 * The same inside a transaction of the caller's.
 * @param quiet sends no mail: the caller tells of many offers at once
 */
export async function submitWithin(
  tx: Transaction,
  viewer: Viewer,
  input: { offerId: string; version: number; publishOnApproval: boolean; quiet: boolean },
): Promise<Outcome<Submitted, OfferRefusal>> {
  // Accounts are locked before offers. A confirmation under way is waited for: it takes along what
  // was asked before.
  const confirmed = await hasConfirmed(tx, viewer);
  const locked = await lockOffer(tx, viewer, input.offerId, "offer:edit");
  if (!locked.ok) return locked;
  const row = locked.data;
  if (row.version !== input.version) return refused("conflict");
  const read = await submissionOf(tx, row, await draftOf(tx, row));
  if (!read.ok) return read;
  const { content, changes } = read.data;
  const applies =
    changes !== null &&
    row.validation === "approved" &&
    changes.every((change) => !change.needsValidation);
  if (applies) return applyAtOnce(tx, viewer, row, content, changes.length === 0);
  return submitForValidation(tx, viewer, row, content, { ...input, confirmed });
}

async function hasConfirmed(tx: Transaction, viewer: Viewer): Promise<boolean> {
  if (viewer.kind === "anonymous") return false;
  const [row] = await tx
    .select({ confirmedAt: account.emailConfirmedAt })
    .from(account)
    .where(eq(account.id, viewer.accountId))
    .for("share");
  return row?.confirmedAt != null;
}

async function submitForValidation(
  tx: Transaction,
  viewer: Viewer,
  row: OfferRow,
  content: OfferContent,
  {
    publishOnApproval,
    quiet,
    confirmed,
  }: { publishOnApproval: boolean; quiet: boolean; confirmed: boolean },
): Promise<Outcome<Submitted, OfferRefusal>> {
  const decision = decide(stateOf(row), "submit", "offeror");
  if (!decision.ok) return refused(decision.refusal);
  // An offer the public already knows keeps its publication; the box is only asked before that.
  const publication = row.approvedRevisionId
    ? row.publication
    : publishOnApproval
      ? "onApproval"
      : "unpublished";
  const next = { ...decision.state, publication } as const;
  if (row.validation === "pending" && (await saysTheSame(tx, row, content))) {
    if (!(await writeState(tx, row, next, { draft: null }))) return refused("conflict");
    if (publication === row.publication) return done({ offerId: row.id, outcome: "unchanged" });
    await record(
      tx,
      viewer,
      row,
      publication === "unpublished" ? "offer:unpublish" : "offer:publish",
      row.currentRevisionId ?? "",
    );
    return done({ offerId: row.id, outcome: "minor" });
  }
  // What was asked for in time is taken, however late its address is confirmed; what the campaign
  // took before is corrected and revised at any time.
  const isFirst = !row.currentRevisionId && !row.submissionAskedAt;
  const shut = isFirst ? await depositRefusal(tx, row.campaign) : null;
  if (shut) return shut;
  if (!confirmed) {
    await tx
      .update(offer)
      .set({ submissionAskedAt: now(), publication })
      .where(eq(offer.id, row.id));
    return done({ offerId: row.id, outcome: "asked" });
  }
  await tx
    .update(offerRevision)
    .set({ decision: "superseded" })
    .where(and(eq(offerRevision.offerId, row.id), eq(offerRevision.decision, "pending")));
  const at = now();
  const revisionId = await addRevision(tx, viewer, row, content, "pending", at);
  const pointers = {
    draft: null,
    currentRevisionId: revisionId,
    submittedAt: at,
    submissionAskedAt: null,
  };
  if (!(await writeState(tx, row, next, pointers))) return refused("conflict");
  if (!quiet) await sendOfferMails(tx, row, revisionId, decision.mails);
  await record(tx, viewer, row, "offer:submit", revisionId);
  return done({ offerId: row.id, outcome: "pending" });
}

/** Whether the ARS has exactly this before it already. */
async function saysTheSame(
  tx: Transaction,
  row: OfferRow,
  content: OfferContent,
): Promise<boolean> {
  const current = await contentOf(tx, row.currentRevisionId);
  return (
    current !== null &&
    changesBetween(contentAsRead(current, await mergedTerms(tx)), content).length === 0
  );
}

/** A campaign takes new offers between two days. @returns null where today is one of them */
export async function depositRefusal(tx: Transaction, campaign: number) {
  const { state, opensOn, closesOn } = await depositOf(campaign, tx);
  const day = (limit: string | null) => ({ day: limit ? dayInWords(startOfDay(limit)) : "" });
  if (state === "notYet") return refused("depositNotOpen" as const, undefined, day(opensOn));
  return state === "closed" ? refused("depositClosed" as const, undefined, day(closesOn)) : null;
}

async function applyAtOnce(
  tx: Transaction,
  viewer: Viewer,
  row: OfferRow,
  content: OfferContent,
  unchanged: boolean,
): Promise<Outcome<Submitted, OfferRefusal>> {
  const decision = decide(stateOf(row), "applyMinorEdit", "offeror");
  if (!decision.ok) return refused(decision.refusal);
  if (unchanged) {
    await writeState(tx, row, decision.state, { draft: null });
    return done({ offerId: row.id, outcome: "unchanged" });
  }
  const at = now();
  const revisionId = await addRevision(tx, viewer, row, content, "approved", at);
  const pointers = {
    draft: null,
    currentRevisionId: revisionId,
    approvedRevisionId: revisionId,
    submittedAt: at,
  };
  if (!(await writeState(tx, row, decision.state, pointers))) return refused("conflict");
  await refreshCatalogue(tx, { offerId: row.id });
  await record(tx, viewer, row, "offer:applyMinorEdit", revisionId);
  return done({ offerId: row.id, outcome: "minor" });
}

async function addRevision(
  tx: Transaction,
  viewer: Viewer,
  row: OfferRow,
  content: OfferContent,
  decision: "pending" | "approved",
  at: Date,
): Promise<string> {
  const id = newId();
  const [earlier] = await tx
    .select({ number: count() })
    .from(offerRevision)
    .where(eq(offerRevision.offerId, row.id));
  await tx.insert(offerRevision).values({
    id,
    offerId: row.id,
    number: (earlier?.number ?? 0) + 1,
    content,
    contentHash: hashContent(content),
    decision,
    minor: decision === "approved",
    submittedBy: viewer.kind === "anonymous" ? row.accountId : viewer.accountId,
    submittedAt: at,
    decidedAt: decision === "approved" ? at : null,
  });
  return id;
}

function record(
  tx: Transaction,
  viewer: Viewer,
  row: OfferRow,
  deed: string,
  revisionId: string,
): Promise<void> {
  const actorId = viewer.kind === "anonymous" ? null : viewer.accountId;
  return recordAudit(tx, {
    actorId,
    deed,
    objectKind: "offer",
    objectId: row.id,
    detail: { revisionId },
  });
}
