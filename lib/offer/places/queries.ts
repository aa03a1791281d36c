import "server-only";
import { asc, eq } from "drizzle-orm";
import { localReferent, structureSite } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import type { SavedReferent, SavedSite } from "./schema";

export type SavedSiteDto = SavedSite & { id: string; type: string; siteOutside: string };
export type SavedReferentDto = SavedReferent & { id: string };

/**
 * The sites and local referents that the viewer's structure keeps, by name; none for anyone without
 * a structure.
 */
export async function savedPlaces(
  viewer: Viewer,
): Promise<{ sites: SavedSiteDto[]; referents: SavedReferentDto[] }> {
  if (viewer.kind !== "offeror" || !can(viewer, "site:manage", viewer))
    return { sites: [], referents: [] };
  const [sites, referents] = await Promise.all([
    db
      .select({
        id: structureSite.id,
        siteName: structureSite.name,
        siteStreet: structureSite.street,
        sitePostcode: structureSite.postcode,
        siteCommune: structureSite.communeName,
        siteOutside: structureSite.communeCode,
        siteTypeId: structureSite.typeId,
        type: vocabularyTerm.label,
      })
      .from(structureSite)
      .innerJoin(vocabularyTerm, eq(vocabularyTerm.id, structureSite.typeId))
      .where(eq(structureSite.structureId, viewer.structureId))
      .orderBy(asc(structureSite.name), asc(structureSite.id)),
    db
      .select({
        id: localReferent.id,
        referentName: localReferent.name,
        referentFunction: localReferent.function,
        referentPhone: localReferent.phone,
        referentEmail: localReferent.email,
      })
      .from(localReferent)
      .where(eq(localReferent.structureId, viewer.structureId))
      .orderBy(asc(localReferent.name), asc(localReferent.id)),
  ]);
  return { sites, referents };
}
