import "server-only";
import { and, eq } from "drizzle-orm";
import { renewal } from "@/db/schema/offer";
import { offer } from "@/lib/offer/content/tables";
import { copyOffer } from "@/lib/offer/draft/commands/copy-offer";
import { lockOffer, type OfferRow } from "@/lib/offer/lifecycle/commands/write";
import type { Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import type { RenewalRefusal } from "../labels";
import { mayAnswer, renewalOfToken } from "../queries";
import { isAnswerable, type RenewalAnswer, renewalTarget } from "../rules";

type Renewed = Outcome<{ answer: RenewalAnswer; offerId: string | null }, RenewalRefusal>;

/** «Renouveler» on an offer: the same as answering «Oui», signed in. */
export async function renewOffer(viewer: Viewer, offerId: string): Promise<Renewed> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, offerId, "offer:edit");
    if (!locked.ok) return locked;
    if (viewer.kind !== "offeror") return refused("notFound");
    return answer(tx, locked.data, {
      campaign: renewalTarget(locked.data.campaign, now()),
      answer: "yes",
      actorId: viewer.accountId,
    });
  });
}

/**
 * An answer given through the link of a mail, without a sign-in: whoever holds the link speaks for
 * the account it was sent to, about this one offer and campaign, for as long as that account
 * answers for the offer. It can be changed, but for a «Oui» whose draft is there.
 */
export async function answerRenewal(token: string, given: RenewalAnswer): Promise<Renewed> {
  const asked = renewalOfToken(token);
  if (!asked || !isAnswerable(asked.campaign, now())) return refused("linkExpired");
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(offer).where(eq(offer.id, asked.offerId)).for("update");
    // Asked once the offer is locked: it may just have passed to somebody else.
    if (!row || row.deletedAt || !(await mayAnswer(tx, asked))) return refused("linkExpired");
    return answer(tx, row, { campaign: asked.campaign, answer: given, actorId: asked.accountId });
  });
}

/** The offer is locked: of two «Oui» the second finds the draft of the first. */
async function answer(
  tx: Transaction,
  row: OfferRow,
  given: { campaign: number; answer: RenewalAnswer; actorId: string },
): Promise<Renewed> {
  if (row.deletedAt) return refused("deleted");
  if (!row.approvedRevisionId) return refused("nothingToRenew");
  const existing = await standingCopy(tx, row.id, given.campaign);
  if (existing)
    return given.answer === "yes"
      ? done({ answer: "yes", offerId: existing })
      : refused("alreadyRenewed");
  const renewedOfferId = given.answer === "yes" ? newId() : null;
  if (renewedOfferId) {
    const refusal = await copyOffer(tx, row, {
      copyId: renewedOfferId,
      accountId: given.actorId,
      campaign: given.campaign,
      deed: "offer:renew",
    });
    if (refusal) return refused(refusal);
  }
  const at = now();
  const values = { answer: given.answer, answeredAt: at, renewedOfferId };
  await tx
    .insert(renewal)
    .values({ offerId: row.id, campaign: given.campaign, askedAt: at, ...values })
    .onConflictDoUpdate({ target: [renewal.offerId, renewal.campaign], set: values });
  const detail = { campaign: given.campaign, answer: given.answer };
  await recordAudit(tx, {
    actorId: given.actorId,
    deed: "offer:answerRenewal",
    objectKind: "offer",
    objectId: row.id,
    detail,
  });
  return done({ answer: given.answer, offerId: renewedOfferId });
}

/** The draft a «Oui» made, unless it was deleted since. */
async function standingCopy(
  tx: Transaction,
  offerId: string,
  campaign: number,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: offer.id, deletedAt: offer.deletedAt })
    .from(renewal)
    .innerJoin(offer, eq(offer.id, renewal.renewedOfferId))
    .where(and(eq(renewal.offerId, offerId), eq(renewal.campaign, campaign)));
  return row && !row.deletedAt ? row.id : null;
}
