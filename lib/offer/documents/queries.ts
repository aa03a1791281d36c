import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { publicOffer } from "@/db/schema/catalogue";
import { document } from "@/db/schema/document";
import { offer } from "@/db/schema/offer";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { isUuid } from "@/lib/platform/values/id";

export interface DocumentDto {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
}

/** Documents an offer's draft or revision names, in that order. */
export async function documentsByIds(
  viewer: Viewer,
  owner: { id: string; structureId: string },
  ids: readonly string[],
): Promise<DocumentDto[]> {
  if (ids.length === 0 || !can(viewer, "document:read", owner)) return [];
  const rows = await db
    .select({
      id: document.id,
      name: document.name,
      mediaType: document.mediaType,
      size: document.size,
    })
    .from(document)
    .where(and(eq(document.offerId, owner.id), inArray(document.id, [...ids])));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Whether the viewer can attach documents to an offer; asked before a byte of them is read. */
export async function isAttachable(viewer: Viewer, offerId: string): Promise<boolean> {
  const [row] = await db
    .select({ structureId: offer.structureId, deletedAt: offer.deletedAt })
    .from(offer)
    .where(eq(offer.id, offerId));
  return row !== undefined && !row.deletedAt && can(viewer, "document:attach", row);
}

/**
 * A file to download, without its content: for the structure and the ARS, and for anyone when the
 * public page of the offer lists it.
 * @returns null when it is missing or not for this viewer
 */
export async function documentHead(viewer: Viewer, id: string): Promise<DocumentDto | null> {
  if (!isUuid(id)) return null;
  const { offerId, name, mediaType, size } = document;
  const [row] = await db
    .select({
      offerId,
      name,
      mediaType,
      size,
      structureId: offer.structureId,
      deletedAt: offer.deletedAt,
    })
    .from(document)
    .innerJoin(offer, eq(offer.id, document.offerId))
    .where(eq(document.id, id));
  if (!row) return null;
  const allowed =
    (can(viewer, "document:read", row) && !row.deletedAt) ||
    (await isListedPublicly(row.offerId, id));
  return allowed ? { id, name: row.name, mediaType: row.mediaType, size: row.size } : null;
}

/** The same with its content, which is read only once it is known to be for this viewer. */
export async function documentFile(
  viewer: Viewer,
  id: string,
): Promise<(DocumentDto & { content: Buffer }) | null> {
  const head = await documentHead(viewer, id);
  if (!head) return null;
  const [row] = await db
    .select({ content: document.content })
    .from(document)
    .where(eq(document.id, id));
  return row ? { ...head, content: row.content } : null;
}

async function isListedPublicly(offerId: string, documentId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: publicOffer.offerId })
    .from(publicOffer)
    .where(
      and(
        eq(publicOffer.offerId, offerId),
        sql`${publicOffer.page}->'documents' @> ${JSON.stringify([{ id: documentId }])}::jsonb`,
      ),
    );
  return row !== undefined;
}
