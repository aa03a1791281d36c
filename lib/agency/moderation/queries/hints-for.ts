import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { contentAsRead } from "@/lib/offer/content/current-terms";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import { mergedTerms } from "@/lib/reference/vocabulary/queries";
import { type Hint, hintsOf } from "../hints";

/** Offers of a structure that are looked through for a duplicate. */
const neighbours = 200;

/**
 * What a moderator may want to look at twice in the content that waits; nothing for anyone else.
 */
export async function hintsFor(viewer: Viewer, offerId: string): Promise<Hint[]> {
  if (!can(viewer, "offer:moderate")) return [];
  const [row] = await db
    .select({ offer, content: offerRevision.content })
    .from(offer)
    .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .where(eq(offer.id, offerId));
  if (!row) return [];
  const others = await db
    .select({ offerId: offer.id, reference: offer.reference, content: offerRevision.content })
    .from(offer)
    .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .where(
      and(
        eq(offer.structureId, row.offer.structureId),
        eq(offer.campaign, row.offer.campaign),
        ne(offer.id, offerId),
        isNull(offer.deletedAt),
      ),
    )
    .limit(neighbours);
  const merged = await mergedTerms();
  const asRead = others.map((other) => ({
    ...other,
    content: contentAsRead(other.content, merged),
  }));
  return hintsOf(contentAsRead(row.content, merged), {
    departments: env.agency.departments,
    others: asRead,
    campaign: row.offer.campaign,
    now: now(),
  });
}
