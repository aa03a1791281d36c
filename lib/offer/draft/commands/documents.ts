import "server-only";
import { createHash } from "node:crypto";
import { document } from "@/db/schema/document";
import { countDocument, quotaRefusal } from "@/lib/offer/documents/commands";
import { judgeDocumentInWorker } from "@/lib/offer/documents/judge-in-worker";
import type { DocumentRefusal } from "@/lib/offer/documents/labels";
import {
  type AcceptedType,
  documentSizeLimit,
  documentsPerOffer,
  safeName,
} from "@/lib/offer/documents/rules";
import { lockOffer } from "@/lib/offer/lifecycle/commands/write";
import type { Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import { db, type Transaction } from "@/lib/platform/database/client";
import { copyRow } from "@/lib/platform/database/copy-row";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { inPlace } from "@/lib/platform/load/answer-tasks";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { forgetUnused } from "./arrange-documents";
import { draftOf, writeDraft } from "./save-draft";

export interface SentFile {
  /** As sent. */
  name: string;
  /** Whole; its type is told from it. */
  content: Buffer;
}

type Judged = SentFile & { type: AcceptedType };

/** Attaches one file to the draft of an offer. */
export async function attachDocument(
  viewer: Viewer,
  offerId: string,
  file: SentFile,
): Promise<Outcome<{ id: string; name: string }, DocumentRefusal>> {
  const judged = await judge(viewer, file);
  if (!judged.ok) return judged;
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, offerId, "document:attach");
    if (!locked.ok || locked.data.deletedAt) return refused("notFound");
    const draft = await draftOf(tx, locked.data);
    if (draft.documentIds.length >= documentsPerOffer) return refused("tooMany");
    const added = await store(tx, viewer, offerId, judged.data);
    if (added.ok)
      await writeDraft(tx, locked.data, {
        ...draft,
        documentIds: [...draft.documentIds, added.data.id],
      });
    return added;
  });
}

/** Puts a file in the place of one the draft holds. */
export async function replaceDocument(
  viewer: Viewer,
  offerId: string,
  documentId: string,
  file: SentFile,
): Promise<Outcome<{ id: string; name: string }, DocumentRefusal>> {
  const judged = await judge(viewer, file);
  if (!judged.ok) return judged;
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, offerId, "document:attach");
    if (!locked.ok || locked.data.deletedAt) return refused("notFound");
    const draft = await draftOf(tx, locked.data);
    if (!draft.documentIds.includes(documentId)) return refused("notFound");
    const added = await store(tx, viewer, offerId, judged.data);
    if (!added.ok) return added;
    await writeDraft(tx, locked.data, {
      ...draft,
      documentIds: draft.documentIds.map((id) => (id === documentId ? added.data.id : id)),
    });
    await forgetUnused(tx, offerId, documentId);
    return added;
  });
}

async function judge(viewer: Viewer, file: SentFile): Promise<Outcome<Judged, DocumentRefusal>> {
  if (file.content.length === 0) return refused("empty");
  if (file.content.length > documentSizeLimit) return refused("tooLarge");
  if (viewer.kind !== "offeror") return refused("notFound");
  // Nothing is looked into that would not be stored.
  const refusal = await quotaRefusal(viewer, file.content.length);
  if (refusal) return refused(refusal);
  const judged = await judgeDocumentInWorker(file.content);
  if (!judged.ok) return judged;
  return done({ ...file, ...judged.data, content: inPlace(judged.data.content) });
}

async function store(
  tx: Transaction,
  viewer: Viewer,
  offerId: string,
  { name: sent, content, type }: Judged,
): Promise<Outcome<{ id: string; name: string }, DocumentRefusal>> {
  if (viewer.kind !== "offeror") return refused("notFound");
  const counted = await countDocument(tx, viewer, content.length);
  if (!counted.ok) return counted;
  const [id, name] = [newId(), safeName(sent, type)];
  const sha256 = createHash("sha256").update(content).digest("hex");
  await copyRow(tx, document, {
    id,
    offerId,
    name,
    mediaType: type,
    size: content.length,
    sha256,
    content,
    createdAt: now(),
  });
  await recordAudit(tx, {
    actorId: viewer.accountId,
    deed: "document:attach",
    objectKind: "offer",
    objectId: offerId,
    detail: { documentId: id },
  });
  return done({ id, name });
}

/** Takes a document off the draft; it is kept only if a revision shows it. */
export async function detachDocument(
  viewer: Viewer,
  offerId: string,
  documentId: string,
): Promise<Outcome<null, DocumentRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockOffer(tx, viewer, offerId, "document:attach");
    if (!locked.ok) return refused("notFound");
    const draft = await draftOf(tx, locked.data);
    if (!draft.documentIds.includes(documentId)) return done(null);
    await writeDraft(tx, locked.data, {
      ...draft,
      documentIds: draft.documentIds.filter((id) => id !== documentId),
    });
    await forgetUnused(tx, offerId, documentId);
    return done(null);
  });
}
