import "server-only";
import { asc } from "drizzle-orm";
import { partCount, partFacet } from "@/lib/offer/projection/facets";
import { hasOneOf } from "@/lib/offer/projection/queries/facets";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";

/**
 * Files the offers of a large sitemap are spread over: a million are 15,625 a file. The file of one
 * is as good as never empty.
 */
export const sitemapFiles = 64;

interface SitemapOffer {
  reference: string;
}

const columns = { reference: publicOffer.reference };

/** Every offer, or null where there are more than so many. Public. */
export async function allOffers(most: number): Promise<SitemapOffer[] | null> {
  const counted = db
    .select({ id: publicOffer.offerId })
    .from(publicOffer)
    .limit(most + 1);
  if ((await db.$count(counted.as("counted"))) > most) return null;
  return db.select(columns).from(publicOffer).orderBy(asc(publicOffer.reference)).limit(most);
}

/**
 * Offers of one file of the sitemap. Parts are drawn by the id, so an offer stays in its file and
 * none has more than `most`. Public.
 */
export async function offersOfFile(file: number, most: number): Promise<SitemapOffer[]> {
  const parts = Array.from({ length: partCount / sitemapFiles }, (_, index) =>
    partFacet(index * sitemapFiles + file),
  );
  return db
    .select(columns)
    .from(publicOffer)
    .where(hasOneOf(parts))
    .orderBy(asc(publicOffer.reference))
    .limit(most);
}
