import "server-only";
import { and, asc, count, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { offer, offerRevision } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { displayTitle } from "@/lib/offer/schema";
import { can, type Viewer } from "@/lib/platform/policy";
import { termLabels } from "@/lib/vocabulary/queries";

export interface PendingOfferDto {
  id: string;
  reference: string;
  title: string;
  structureName: string;
  communeName: string;
  department: string;
  places: number;
  submittedAt: Date;
  /** The offer already has an approved version. */
  isRevision: boolean;
}

const pending = and(eq(offer.validation, "pending"), isNull(offer.deletedAt));

/** Offers that wait for a decision, oldest first. Nothing for anyone but a moderator. */
export async function pendingOffers(viewer: Viewer): Promise<{ offers: PendingOfferDto[]; total: number }> {
  if (!can(viewer, "offer:moderate")) return { offers: [], total: 0 };
  const [rows, [counted]] = await Promise.all([
    db
      .select({ offer, structureName: structure.name, revision: offerRevision })
      .from(offer)
      .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
      .innerJoin(structure, eq(structure.id, offer.structureId))
      .where(pending)
      .orderBy(asc(offerRevision.submittedAt), asc(offer.id))
      .limit(100),
    db.select({ total: count() }).from(offer).where(pending),
  ]);
  const labels = await termLabels([...new Set(rows.flatMap((row) => row.revision.content.themeIds))]);
  return {
    total: counted?.total ?? 0,
    offers: rows.map(({ offer: row, structureName, revision }) => ({
      id: row.id,
      reference: row.reference,
      title: displayTitle(revision.content.title, revision.content.themeIds.map((id) => labels.get(id) ?? "").filter(Boolean)),
      structureName,
      communeName: revision.content.site.communeName,
      department: revision.content.site.department,
      places: revision.content.places,
      submittedAt: revision.submittedAt,
      isRevision: row.approvedRevisionId !== null,
    })),
  };
}
