import "server-only";
import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { offer, offerRevision } from "@/db/schema/offer";
import type { Availability } from "@/lib/offer/availability";
import { type ChangeInWords, changesInWords } from "@/lib/offer/change-words";
import { contentNames } from "@/lib/offer/queries/content-names";
import { can, type Viewer } from "@/lib/platform/policy";

export interface RevisionChangesDto {
  changes: ChangeInWords[];
  /** When it can host, in what the public sees and in what waits. */
  availability: { before: Availability; after: Availability };
}

/** What a pending revision changes against what the public sees; null when nothing of the offer was ever approved. */
export async function revisionChanges(viewer: Viewer, offerId: string): Promise<RevisionChangesDto | null> {
  if (!can(viewer, "offer:moderate")) return null;
  const approved = alias(offerRevision, "approved");
  const [row] = await db
    .select({ id: offer.id, structureId: offer.structureId, validation: offer.validation, before: approved.content, after: offerRevision.content })
    .from(offer)
    .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .innerJoin(approved, eq(approved.id, offer.approvedRevisionId))
    .where(eq(offer.id, offerId));
  if (!row || row.validation !== "pending") return null;
  const changes = changesInWords(row.before, row.after, await contentNames(viewer, row, [row.before, row.after]));
  return { changes, availability: { before: row.before.availability, after: row.after.availability } };
}
