import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { document } from "@/db/schema/document";
import { offer } from "@/db/schema/offer";
import { recordAudit } from "@/lib/audit/commands";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import type { Viewer } from "@/lib/platform/policy";
import { campaignFor } from "../campaign";
import type { OfferRefusal } from "../labels";
import { referenceFrom } from "../reference";
import { draftOf } from "./save-draft";
import { lockOffer, type OfferRow } from "./write";

/** A new draft with the content of an offer as it stands, for this campaign. */
export async function duplicateOffer(
  viewer: Viewer,
  input: { offerId: string; copyId: string },
): Promise<Outcome<{ offerId: string }, OfferRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, input.offerId, "offer:edit");
    if (!locked.ok) return locked;
    if (viewer.kind !== "offeror") return refused("notFound");
    if (locked.data.deletedAt) return refused("deleted");
    const made = await copyOffer(tx, locked.data, {
      copyId: input.copyId,
      accountId: viewer.accountId,
      campaign: campaignFor(now()),
      deed: "offer:duplicate",
    });
    return made ? done({ offerId: input.copyId }) : refused("conflict");
  });
}

/**
 * Makes the draft: same content, documents as rows of its own, so that either offer can lose its
 * own.
 * @param to.copyId comes with the form: sent twice it is one copy
 * @returns false when that id is taken by something that is not this copy
 */
export async function copyOffer(
  tx: Transaction,
  source: OfferRow,
  to: {
    copyId: string;
    accountId: string;
    campaign: number;
    deed: "offer:duplicate" | "offer:renew";
  },
): Promise<boolean> {
  const at = now();
  const created = await tx
    .insert(offer)
    .values({
      id: to.copyId,
      reference: referenceFrom(randomBytes(8)),
      structureId: source.structureId,
      accountId: to.accountId,
      campaign: to.campaign,
      draft: { values: {}, documentIds: [] },
      draftBy: to.accountId,
      copiedFromId: source.id,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing({ target: offer.id })
    .returning({ id: offer.id });
  if (created.length === 0) {
    const [there] = await tx
      .select({ copiedFromId: offer.copiedFromId })
      .from(offer)
      .where(eq(offer.id, to.copyId));
    return there?.copiedFromId === source.id;
  }
  const draft = await draftOf(tx, source);
  const documentIds = await copyDocuments(tx, source.id, draft.documentIds, to.copyId);
  await tx
    .update(offer)
    .set({ draft: { ...draft, documentIds } })
    .where(eq(offer.id, to.copyId));
  await recordAudit(tx, {
    actorId: to.accountId,
    deed: to.deed,
    objectKind: "offer",
    objectId: to.copyId,
    detail: { fromId: source.id },
  });
  return true;
}

async function copyDocuments(
  tx: Transaction,
  sourceId: string,
  ids: string[],
  copyId: string,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(document)
    .where(and(eq(document.offerId, sourceId), inArray(document.id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const copies = ids
    .flatMap((id) => byId.get(id) ?? [])
    .map((row) => ({ ...row, id: newId(), offerId: copyId, createdAt: now() }));
  if (copies.length > 0) await tx.insert(document).values(copies);
  return copies.map(({ id }) => id);
}
