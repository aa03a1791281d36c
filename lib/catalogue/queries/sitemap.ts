import "server-only";
import { asc, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import { partCount, partFacet } from "../facets";
import { hasOneOf } from "./conditions";

/** Files the offers of a sitemap are spread over: a million are 15,625 a file, and a file may have 50,000. */
export const sitemapFiles = 64;
const most = 50_000;

/** Offers of one file of the sitemap. Parts are drawn by the id, so an offer stays in its file and none has more. Public. */
export async function sitemapOffers(file: number): Promise<{ reference: string; publishedAt: Date }[]> {
  const parts = Array.from({ length: partCount / sitemapFiles }, (_, index) => partFacet(index * sitemapFiles + file));
  return db
    .select({ reference: publicOffer.reference, publishedAt: publicOffer.publishedAt })
    .from(publicOffer)
    .where(hasOneOf(parts))
    .orderBy(asc(publicOffer.reference))
    .limit(most);
}

/** Whether the catalogue has offers at all: an index names no empty files. Public. */
export async function hasPublicOffers(): Promise<boolean> {
  const [row] = await db.execute<{ some: boolean }>(sql`select exists (select from ${publicOffer}) as some`);
  return row?.some ?? false;
}
