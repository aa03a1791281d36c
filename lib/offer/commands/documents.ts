import "server-only";
import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { db } from "@/db/client";
import { document } from "@/db/schema/document";
import { recordAudit } from "@/lib/audit/commands";
import type { DocumentRefusal } from "@/lib/document/labels";
import { documentSizeLimit, documentsPerOffer, isAcceptedType, safeName } from "@/lib/document/rules";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import type { Viewer } from "@/lib/platform/policy";
import { draftOf, writeDraft } from "./save-draft";
import { lockOffer } from "./write";

/**
 * Attaches one file to the draft of an offer.
 * @param file name as sent, content whole; its type is told from the content
 */
export async function attachDocument(
  viewer: Viewer,
  offerId: string,
  file: { name: string; content: Buffer },
): Promise<Outcome<{ id: string; name: string }, DocumentRefusal>> {
  if (file.content.length === 0) return refused("empty");
  if (file.content.length > documentSizeLimit) return refused("tooLarge");
  const type = (await fileTypeFromBuffer(file.content))?.mime;
  if (!isAcceptedType(type)) return refused("wrongType");
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, offerId, "document:attach");
    if (!locked.ok || locked.data.deletedAt) return refused("notFound");
    const draft = await draftOf(tx, locked.data);
    if (draft.documentIds.length >= documentsPerOffer) return refused("tooMany");
    const id = newId();
    const name = safeName(file.name, type);
    await tx.insert(document).values({
      id,
      offerId,
      name,
      mediaType: type,
      size: file.content.length,
      sha256: createHash("sha256").update(file.content).digest("hex"),
      content: file.content,
      createdAt: now(),
    });
    await writeDraft(tx, viewer, locked.data, { ...draft, documentIds: [...draft.documentIds, id] });
    const actorId = viewer.kind === "anonymous" ? null : viewer.accountId;
    await recordAudit(tx, { actorId, deed: "document:attach", objectKind: "offer", objectId: offerId, detail: { documentId: id } });
    return done({ id, name });
  });
}

/** Takes a document off the draft. Its row stays: an earlier revision may show it. */
export async function detachDocument(viewer: Viewer, offerId: string, documentId: string): Promise<Outcome<null, DocumentRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, offerId, "document:attach");
    if (!locked.ok) return refused("notFound");
    const draft = await draftOf(tx, locked.data);
    await writeDraft(tx, viewer, locked.data, { ...draft, documentIds: draft.documentIds.filter((id) => id !== documentId) });
    return done(null);
  });
}
