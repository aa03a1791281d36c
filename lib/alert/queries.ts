import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { searchAlert } from "@/db/schema/alert";
import { catalogueFilterSchema, type CatalogueFilter, catalogueHref, readFilter } from "@/lib/catalogue/filter";
import { searchInWords } from "@/lib/catalogue/filter-words";
import { facetCounts } from "@/lib/catalogue/queries/counts";
import { extentOf } from "@/lib/catalogue/queries/extent";
import { understood } from "@/lib/catalogue/queries/resolve";
import { searchPage } from "@/lib/catalogue/queries/search";
import { env } from "@/lib/platform/env";
import { signedToken, subjectOf } from "@/lib/platform/signed-link";

/** The alert a link is about; null for a link that is not ours. */
export function alertOfToken(token: string): string | null {
  const subject = subjectOf("alert", token);
  return subject && /^[0-9a-f-]{36}$/.test(subject) ? subject : null;
}

/** The page where an alert is confirmed and ended, and the address mail programs call to end it. */
export function alertLinks(alertId: string): { page: string; oneClick: string } {
  const token = signedToken("alert", alertId);
  return { page: `${env.origin}/alerte/${token}`, oneClick: `${env.origin}/api/alerte/${token}` };
}

export interface AlertDto {
  /** What is looked for, in words. */
  words: string;
  href: string;
  confirmed: boolean;
}

async function inWords(filter: CatalogueFilter): Promise<string> {
  const { search, terms } = await understood(filter);
  return searchInWords(search.filter, terms);
}

/** The search somebody is about to be written about, as its address says it. Public. */
export async function searchToFollow(query: Record<string, string | string[] | undefined>): Promise<{ filter: CatalogueFilter; words: string }> {
  const filter = catalogueFilterSchema.parse({ ...query, apres: undefined, tri: undefined, depuis: undefined });
  return { filter, words: await inWords(filter) };
}

/** The alert behind a link; null when the link is not ours or the alert has ended. */
export async function alertBehind(token: string): Promise<AlertDto | null> {
  const id = alertOfToken(token);
  const [row] = id ? await db.select().from(searchAlert).where(eq(searchAlert.id, id)) : [];
  if (!row) return null;
  const filter = readFilter(row.query);
  return { words: await inWords(filter), href: catalogueHref(filter), confirmed: row.confirmedAt !== null };
}

/** Offers a mail names one by one. */
export const named = 20;

export interface NewOffers {
  words: string;
  /** All of them, newest first. */
  link: string;
  total: number;
  offers: { title: string; structureName: string; communeName: string; department: string; availability: string[]; link: string }[];
}

/** Offers that an alert has not told of yet; null when there are none. */
export async function newOffersFor(query: string, since: Date): Promise<NewOffers | null> {
  const filter = { ...readFilter(query), tri: "recentes" as const };
  const { search, terms } = await understood(filter);
  const fresh = { ...search, publishedAfter: since };
  const extent = await extentOf(fresh);
  const [page, { total }] = await Promise.all([searchPage(fresh, extent, named), facetCounts(fresh, extent)]);
  if (page.offers.length === 0) return null;
  return {
    words: searchInWords(search.filter, terms),
    link: `${env.origin}${catalogueHref(filter)}`,
    total: Math.max(total.value, page.offers.length),
    offers: page.offers.map(({ reference, title, structureName, communeName, department, availability }) => ({ title, structureName, communeName, department, availability, link: `${env.origin}/offres/${reference}` })),
  };
}

/** What the mail of new offers says, as things stand when it leaves. */
export async function alertFacts(alertId: string, since: Date): Promise<(NewOffers & { stopPage: string; oneClick: string }) | null> {
  const [row] = await db.select().from(searchAlert).where(eq(searchAlert.id, alertId));
  const found = row?.confirmedAt ? await newOffersFor(row.query, since) : null;
  if (!found) return null;
  const { page, oneClick } = alertLinks(alertId);
  return { ...found, stopPage: page, oneClick };
}

/** What the mail that asks for a confirmation says; null once the alert has ended. */
export async function alertToConfirm(alertId: string): Promise<{ words: string; link: string } | null> {
  const [row] = await db.select().from(searchAlert).where(eq(searchAlert.id, alertId));
  return row ? { words: await inWords(readFilter(row.query)), link: alertLinks(alertId).page } : null;
}
