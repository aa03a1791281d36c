import "server-only";
import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Availability } from "@/lib/offer/availability/availability";
import { type ChangeInWords, changesInWords } from "@/lib/offer/content/change-words";
import { contentAsRead } from "@/lib/offer/content/current-terms";
import { contentNames } from "@/lib/offer/content/queries/content-names";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { mergedTerms } from "@/lib/reference/vocabulary/queries";

export interface RevisionChangesDto {
  changes: ChangeInWords[];
  /** When it can host, in what the public sees and in what waits. */
  availability: { before: Availability; after: Availability };
}

/**
 * What a pending revision changes against what the public sees; null when nothing of the offer was
 * ever approved.
 */
export async function revisionChanges(
  viewer: Viewer,
  offerId: string,
): Promise<RevisionChangesDto | null> {
  if (!can(viewer, "offer:moderate")) return null;
  const approved = alias(offerRevision, "approved");
  const [row] = await db
    .select({
      id: offer.id,
      structureId: offer.structureId,
      validation: offer.validation,
      before: approved.content,
      after: offerRevision.content,
    })
    .from(offer)
    .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .innerJoin(approved, eq(approved.id, offer.approvedRevisionId))
    .where(eq(offer.id, offerId));
  if (!row || row.validation !== "pending") return null;
  // A term that was merged since is no change.
  const merged = await mergedTerms();
  const [before, after] = [contentAsRead(row.before, merged), contentAsRead(row.after, merged)];
  const changes = changesInWords(before, after, await contentNames(viewer, row, [before, after]));
  return { changes, availability: { before: before.availability, after: after.availability } };
}
