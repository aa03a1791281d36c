import "server-only";
import { asc } from "drizzle-orm";
import { partCount, partFacet, partOf } from "@/lib/offer/projection/facets";
import { hasOneOf } from "@/lib/offer/projection/queries/facets";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";

/**
 * Files the offers of a sitemap are spread over: a million are 15,625 a file, and a file may have
 * 50,000.
 */
export const sitemapFiles = 64;
const most = 50_000;

/**
 * Offers of one file of the sitemap. Parts are drawn by the id, so an offer stays in its file and
 * none has more. Public.
 */
export async function sitemapOffers(
  file: number,
): Promise<{ reference: string; publishedAt: Date }[]> {
  const parts = Array.from({ length: partCount / sitemapFiles }, (_, index) =>
    partFacet(index * sitemapFiles + file),
  );
  return db
    .select({ reference: publicOffer.reference, publishedAt: publicOffer.publishedAt })
    .from(publicOffer)
    .where(hasOneOf(parts))
    .orderBy(asc(publicOffer.reference))
    .limit(most);
}

/** So many offers leave no file empty: each is in one of the files by chance. */
const enough = 5_000;

/** The files that hold an offer: an index names no empty ones. Public. */
export async function filesWithOffers(): Promise<number[]> {
  const rows = await db.select({ offerId: publicOffer.offerId }).from(publicOffer).limit(enough);
  const held = new Set(rows.map(({ offerId }) => partOf(offerId) % sitemapFiles));
  return Array.from({ length: sitemapFiles }, (_, file) => file).filter(
    (file) => rows.length === enough || held.has(file),
  );
}
