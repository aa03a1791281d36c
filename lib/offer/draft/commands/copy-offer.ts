import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { document } from "@/db/schema/document";
import { referenceFrom } from "@/lib/offer/content/reference";
import { offer } from "@/lib/offer/content/tables";
import { hasRoom } from "@/lib/offer/documents/commands";
import { lockOffer, type OfferRow } from "@/lib/offer/lifecycle/commands/write";
import type { OfferRefusal } from "@/lib/offer/lifecycle/labels";
import type { Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { draftOf } from "./save-draft";

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
    const refusal = await copyOffer(tx, locked.data, {
      copyId: input.copyId,
      accountId: viewer.accountId,
      campaign: campaignFor(now()),
      deed: "offer:duplicate",
    });
    return refusal ? refused(refusal) : done({ offerId: input.copyId });
  });
}

/**
 * Makes the draft: same content, documents as rows of its own, so that either offer can lose its
 * own. They count in what the structure's documents may come to, not in what it sends in a day.
 * @param to.copyId comes with the form: sent twice it is one copy
 * @returns null, or why nothing was made; "conflict" when that id is taken by something else
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
): Promise<"conflict" | "documentsFull" | null> {
  const [there] = await tx
    .select({ copiedFromId: offer.copiedFromId })
    .from(offer)
    .where(eq(offer.id, to.copyId));
  if (there) return there.copiedFromId === source.id ? null : "conflict";
  const draft = await draftOf(tx, source);
  const documents = await tx
    .select({ id: document.id, size: document.size })
    .from(document)
    .where(and(eq(document.offerId, source.id), inArray(document.id, draft.documentIds)));
  const bytes = documents.reduce((sum, { size }) => sum + size, 0);
  if (bytes > 0 && !(await hasRoom(tx, source.structureId, bytes))) return "documentsFull";
  const at = now();
  const copyIds = new Map(documents.map(({ id }) => [id, newId()]));
  const created = await tx
    .insert(offer)
    .values({
      id: to.copyId,
      reference: referenceFrom(randomBytes(8)),
      structureId: source.structureId,
      accountId: to.accountId,
      campaign: to.campaign,
      draft: {
        ...draft,
        documentIds: draft.documentIds.flatMap((id) => copyIds.get(id) ?? []),
      },
      draftBy: to.accountId,
      copiedFromId: source.id,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing({ target: offer.id })
    .returning({ id: offer.id });
  if (created.length === 0) return "conflict";
  for (const [id, copyId] of copyIds) await copyDocument(tx, id, { copyId, offerId: to.copyId });
  await recordAudit(tx, {
    actorId: to.accountId,
    deed: to.deed,
    objectKind: "offer",
    objectId: to.copyId,
    detail: { fromId: source.id },
  });
  return null;
}

/** Within the database: its content does not come by here. */
async function copyDocument(
  tx: Transaction,
  id: string,
  to: { copyId: string; offerId: string },
): Promise<void> {
  const { name, mediaType, size, sha256, content } = document;
  await tx.insert(document).select(
    tx
      .select({
        id: sql<string>`${to.copyId}::uuid`.as("id"),
        offerId: sql<string>`${to.offerId}::uuid`.as("offer_id"),
        name,
        mediaType,
        size,
        sha256,
        content,
        createdAt: sql<Date>`${now().toISOString()}::timestamptz`.as("created_at"),
      })
      .from(document)
      .where(eq(document.id, id)),
  );
}
