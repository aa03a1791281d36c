import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { document } from "@/db/schema/document";
import { offerRevision } from "@/lib/offer/content/tables";
import type { DocumentRefusal } from "@/lib/offer/documents/labels";
import { isAcceptedType, newName } from "@/lib/offer/documents/rules";
import { lockOffer } from "@/lib/offer/lifecycle/commands/write";
import type { Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { draftOf, writeDraft } from "./save-draft";

/** Moves a document of the draft one place. At the end of the list there is nothing to do. */
export async function moveDocument(
  viewer: Viewer,
  offerId: string,
  documentId: string,
  step: -1 | 1,
): Promise<Outcome<null, DocumentRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, offerId, "document:attach");
    if (!locked.ok || locked.data.deletedAt) return refused("notFound");
    const draft = await draftOf(tx, locked.data);
    const from = draft.documentIds.indexOf(documentId);
    if (from < 0) return refused("notFound");
    const other = draft.documentIds[from + step];
    if (other === undefined) return done(null);
    const documentIds = draft.documentIds.with(from + step, documentId).with(from, other);
    await writeDraft(tx, locked.data, { ...draft, documentIds });
    return done(null);
  });
}

/**
 * Gives a document of the draft another name. That makes another document with the same content:
 * the one before may be shown by an approved revision, which the public goes on seeing as it was
 * validated.
 */
export async function renameDocument(
  viewer: Viewer,
  offerId: string,
  documentId: string,
  typed: string,
): Promise<Outcome<null, DocumentRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, offerId, "document:attach");
    if (!locked.ok || locked.data.deletedAt) return refused("notFound");
    const draft = await draftOf(tx, locked.data);
    if (!draft.documentIds.includes(documentId)) return refused("notFound");
    const [before] = await tx
      .select()
      .from(document)
      .where(and(eq(document.id, documentId), eq(document.offerId, offerId)));
    if (!before || !isAcceptedType(before.mediaType)) return refused("notFound");
    const name = newName(typed, before.mediaType);
    if (!name) return refused("nameMissing");
    if (name === before.name) return done(null);
    const id = newId();
    await tx.insert(document).values({ ...before, id, name, createdAt: now() });
    await writeDraft(tx, locked.data, {
      ...draft,
      documentIds: draft.documentIds.map((known) => (known === documentId ? id : known)),
    });
    const actorId = viewer.kind === "anonymous" ? null : viewer.accountId;
    await recordAudit(tx, {
      actorId,
      deed: "document:rename",
      objectKind: "offer",
      objectId: offerId,
      detail: { documentId: id, before: documentId },
    });
    await forgetUnused(tx, offerId, documentId);
    return done(null);
  });
}

/** The same for what a page typed beside several; those that keep their name are not touched. */
export async function renameDocuments(
  viewer: Viewer,
  offerId: string,
  typed: ReadonlyMap<string, string>,
): Promise<void> {
  if (typed.size === 0) return;
  const shown = await db
    .select({ id: document.id, name: document.name, mediaType: document.mediaType })
    .from(document)
    .where(and(eq(document.offerId, offerId), inArray(document.id, [...typed.keys()])));
  for (const { id, name, mediaType } of shown) {
    const words = typed.get(id) ?? "";
    const isNew = isAcceptedType(mediaType) && newName(words, mediaType) !== name;
    if (isNew) await renameDocument(viewer, offerId, id, words);
  }
}

/**
 * Drops a document that the draft let go of, unless a revision shows it: renaming over and over
 * fills no disk.
 */
export async function forgetUnused(
  tx: Transaction,
  offerId: string,
  documentId: string,
): Promise<void> {
  const [shown] = await tx
    .select({ id: offerRevision.id })
    .from(offerRevision)
    .where(
      and(
        eq(offerRevision.offerId, offerId),
        sql`${offerRevision.content}->'documentIds' @> ${JSON.stringify([documentId])}::jsonb`,
      ),
    )
    .limit(1);
  if (!shown)
    await tx
      .delete(document)
      .where(and(eq(document.id, documentId), eq(document.offerId, offerId)));
}
