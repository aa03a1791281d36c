import "server-only";
import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { offer } from "@/db/schema/offer";
import { recordAudit } from "@/lib/audit/commands";
import { done, type FormValues, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import { can, type Viewer } from "@/lib/platform/policy";
import { campaignFor } from "../campaign";
import { draftFromContent, type FormPage, mergeDraft } from "../draft";
import type { OfferRefusal } from "../labels";
import { referenceFrom } from "../reference";
import { decide } from "../rules";
import type { OfferDraft } from "../schema";
import { stateOf } from "../state";
import { contentOf, lockOffer, type OfferRow } from "./write";

/**
 * Keeps one page of the form as typed, valid or not. The first page of a new offer makes the offer: its id comes with
 * the page, so that sending it twice makes one.
 * @param offerId UUID, new or of an offer of the viewer's structure
 */
export async function saveDraft(
  viewer: Viewer,
  input: { offerId: string; page: FormPage; values: FormValues },
): Promise<Outcome<{ offerId: string }, OfferRefusal>> {
  if (viewer.kind !== "offeror" || !can(viewer, "offer:deposit")) return refused("notFound");
  return db.transaction(async (tx) => {
    await createIfMissing(tx, viewer, input);
    const locked = await lockOffer(tx, viewer, input.offerId, "offer:edit");
    if (!locked.ok) return locked;
    const decision = decide(stateOf(locked.data), "saveDraft", "offeror");
    if (!decision.ok) return refused(decision.refusal);
    await writeDraft(tx, locked.data, mergeDraft(await draftOf(tx, locked.data), input.page, input.values));
    return done({ offerId: input.offerId });
  });
}

/** An empty form is not an offer: nothing is made until something was typed on the first page. */
async function createIfMissing(
  tx: Transaction,
  viewer: Extract<Viewer, { kind: "offeror" }>,
  input: { offerId: string; page: FormPage },
): Promise<void> {
  if (input.page !== "informations") return;
  const at = now();
  const created = await tx
    .insert(offer)
    .values({
      id: input.offerId,
      reference: referenceFrom(randomBytes(8)),
      structureId: viewer.structureId,
      accountId: viewer.accountId,
      campaign: campaignFor(at),
      draft: { values: {}, documentIds: [] },
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing({ target: offer.id })
    .returning({ id: offer.id });
  if (created.length === 0) return;
  await recordAudit(tx, { actorId: viewer.accountId, deed: "offer:create", objectKind: "offer", objectId: input.offerId });
}

/** What is being typed, or the form filled with the current content when nothing is. */
export async function draftOf(tx: Transaction, row: OfferRow): Promise<OfferDraft> {
  if (row.draft) return row.draft;
  const content = await contentOf(tx, row.currentRevisionId);
  return content ? draftFromContent(content) : { values: {}, documentIds: [] };
}

/** Each kept draft is a new version, so that a page opened before it cannot submit what it did not show. */
export async function writeDraft(tx: Transaction, row: OfferRow, draft: OfferDraft): Promise<void> {
  await tx
    .update(offer)
    .set({ draft, updatedAt: now(), version: sql`${offer.version} + 1` })
    .where(eq(offer.id, row.id));
}
