import "server-only";
import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { draftAsRead } from "@/lib/offer/content/current-terms";
import { type FormPage, mergeDraft } from "@/lib/offer/content/draft";
import { draftVersion, isUntouched } from "@/lib/offer/content/draft-version";
import { referenceFrom } from "@/lib/offer/content/reference";
import type { OfferDraft } from "@/lib/offer/content/schema";
import { offer } from "@/lib/offer/content/tables";
import { lockOffer, type OfferRow } from "@/lib/offer/lifecycle/commands/write";
import type { OfferRefusal } from "@/lib/offer/lifecycle/labels";
import { contentOf } from "@/lib/offer/lifecycle/queries/submission";
import { decide } from "@/lib/offer/lifecycle/rules";
import { stateOf } from "@/lib/offer/lifecycle/state";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type FormValues, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { mergedTerms } from "@/lib/reference/vocabulary/queries";
import { draftOfContent } from "../queries/draft-of-content";

export interface SavedDraft {
  offerId: string;
  /**
   * Names what the page says now (lib/offer/content/draft-version.ts): what is typed next is made
   * from it.
   */
  base: string;
}

/**
 * Keeps one page of the form as typed, valid or not. The first page of a new offer makes the offer:
 * its id comes with the page, so that sending it twice makes one.
 * @param offerId UUID, new or of an offer of the viewer's structure
 * @param bases states of the page that the typing was made from; any other, unless it says the
 * same, is a conflict. Absent, the page is replaced whatever it says: for commands that do not
 * answer to a form.
 */
export async function saveDraft(
  viewer: Viewer,
  input: { offerId: string; page: FormPage; values: FormValues; bases?: readonly string[] },
): Promise<Outcome<SavedDraft, OfferRefusal>> {
  const { page, offerId } = input;
  if (viewer.kind !== "offeror" || !can(viewer, "offer:deposit")) return refused("notFound");
  return db.transaction(async (tx) => {
    const untouched = isUntouched(page, input.values);
    if (!untouched) await createIfMissing(tx, viewer, input);
    const locked = await lockOffer(tx, viewer, offerId, "offer:edit");
    if (!locked.ok)
      return untouched && (await isMissing(tx, offerId)) ? refused("nothingTyped") : locked;
    const decision = decide(stateOf(locked.data), "saveDraft", "offeror");
    if (!decision.ok) return refused(decision.refusal);
    const before = await draftOf(tx, locked.data);
    const after = mergeDraft(before, page, input.values);
    const base = draftVersion(page, after.values);
    // A form that was opened before two terms were merged shows the same draft as one that was
    // opened since.
    const current = [before, draftAsRead(before, await mergedTerms(tx))].map(({ values }) =>
      draftVersion(page, values),
    );
    // Sent twice, or typed alike by two: nothing to write, and nobody's word is lost.
    if (current.includes(base)) return done({ offerId, base });
    if (input.bases && !input.bases.some((known) => current.includes(known)))
      return refused("draftConflict");
    await writeDraft(tx, locked.data, after, viewer.accountId);
    return done({ offerId, base });
  });
}

async function isMissing(tx: Transaction, offerId: string): Promise<boolean> {
  return (await tx.select({ id: offer.id }).from(offer).where(eq(offer.id, offerId))).length === 0;
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
  await recordAudit(tx, {
    actorId: viewer.accountId,
    deed: "offer:create",
    objectKind: "offer",
    objectId: input.offerId,
  });
}

/** What is being typed, or the form filled with the current content when nothing is. */
export async function draftOf(tx: Transaction, row: OfferRow): Promise<OfferDraft> {
  if (row.draft) return row.draft;
  const content = await contentOf(tx, row.currentRevisionId);
  return content ? draftOfContent(content) : { values: {}, documentIds: [] };
}

/**
 * Each kept draft is a new version, so that a page opened before it cannot submit what it did not
 * show.
 * @param typedBy who typed; left out when only the documents change: a conflict names the author of
 * the words
 */
export async function writeDraft(
  tx: Transaction,
  row: OfferRow,
  draft: OfferDraft,
  typedBy: string | null = row.draftBy,
): Promise<void> {
  await tx
    .update(offer)
    .set({ draft, draftBy: typedBy, updatedAt: now(), version: sql`${offer.version} + 1` })
    .where(eq(offer.id, row.id));
}
