import "server-only";
import { eq, sql } from "drizzle-orm";
import { searchAlert } from "@/db/schema/alert";
import {
  type CatalogueAddress,
  type CatalogueFilter,
  catalogueFilterSchema,
  catalogueHref,
  readFilter,
  without,
} from "@/lib/catalogue/search/filter";
import { filterChips, searchInWords } from "@/lib/catalogue/search/filter-words";
import { asMeant } from "@/lib/catalogue/search/loosening-words";
import { matching, type ResolvedSearch } from "@/lib/catalogue/search/queries/conditions";
import { findsAny } from "@/lib/catalogue/search/queries/loosen";
import {
  isPlaceUnknown,
  type Understood,
  understood,
} from "@/lib/catalogue/search/queries/resolve";
import { searchPage } from "@/lib/catalogue/search/queries/search";
import type { SearchSize } from "@/lib/catalogue/search/queries/search-size";
import { tsQueryOf } from "@/lib/catalogue/search/text";
import { whenInWords } from "@/lib/offer/availability/availability-words";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { isUuid } from "@/lib/platform/values/id";
import { signedToken, subjectOf } from "@/lib/platform/visitor/signed-link";

/** The alert a link is about; null for a link that is not ours. */
export function alertOfToken(token: string): string | null {
  const subject = subjectOf("alert", token);
  return isUuid(subject) ? subject : null;
}

/** The page where an alert is confirmed and ended, and the address mail programs call to end it. */
export function alertLinks(alertId: string): { page: string; oneClick: string } {
  const token = signedToken("alert", alertId);
  return { page: `${env.origin}/alerte/${token}`, oneClick: `${env.origin}/api/alerte/${token}` };
}

export interface AlertDto {
  /** What is looked for, in words. */
  words: string;
  href: CatalogueAddress;
  confirmed: boolean;
}

/** What an alert looks for, in words: those that were typed, where one of them decides. */
function followedInWords({ search, terms, words }: Understood): string {
  const { filter, reference } = search;
  const decides = reference !== null || words.some(({ wanted }) => wanted !== "first");
  return searchInWords(decides ? filter : without(filter, "q"), terms);
}

async function inWords(filter: CatalogueFilter): Promise<string> {
  return followedInWords(await understood(filter));
}

export interface SearchToFollow {
  filter: CatalogueFilter;
  words: string;
  /** The search whose words may have been meant by mistyped ones; null where none was. */
  meant: CatalogueFilter | null;
  /** The commune that nobody knows, as it was typed: such a search is not followed. */
  unknownPlace: string | null;
}

/** The search somebody is about to be written about, as its address says it. Public. */
export async function searchToFollow(
  query: Record<string, string | string[] | undefined>,
): Promise<SearchToFollow> {
  const filter = catalogueFilterSchema.parse({
    ...query,
    apres: undefined,
    tri: undefined,
    depuis: undefined,
  });
  const found = await understood(filter);
  const isMeant = found.meant.size > 0 && (await findsAny(found));
  return {
    filter,
    words: followedInWords(found),
    meant: isMeant ? { ...found.search.filter, q: asMeant(found) } : null,
    unknownPlace: isPlaceUnknown(found) ? filter.lieu : null,
  };
}

/** The alert behind a link; null when the link is not ours or the alert has ended. */
export async function alertOfLink(token: string): Promise<AlertDto | null> {
  const id = alertOfToken(token);
  const [row] = id ? await db.select().from(searchAlert).where(eq(searchAlert.id, id)) : [];
  if (!row) return null;
  const filter = readFilter(row.query);
  return {
    words: await inWords(filter),
    href: catalogueHref(filter),
    confirmed: row.confirmedAt !== null,
  };
}

/** Offers a mail names one by one. */
const named = 20;
/** Offers a mail still counts. */
const counted = 1000;
/**
 * The day of publication bounds what is new: the order's own index is walked, and nothing is
 * counted on the way.
 */
const newestFirst: SearchSize = {
  size: 0,
  found: Number.POSITIVE_INFINITY,
  isCounted: false,
  looks: new Map([["", 1]]),
};

/** What one mail tells of: published after the one instant and until the other. */
export interface Span {
  since: Date;
  until: Date;
}

export interface NewOffers {
  words: string;
  /** All of them, newest first. */
  link: string;
  total: number;
  /** Whether there are more than `total`. */
  isMore: boolean;
  offers: {
    title: string;
    structureName: string;
    communeName: string;
    department: string;
    when: string;
    link: string;
  }[];
}

/**
 * Offers that an alert has not told of yet; null when there are none, or nobody knows the commune
 * any more.
 */
export async function newOffersFor(
  query: string,
  { since, until }: Span,
): Promise<NewOffers | null> {
  const filter = { ...readFilter(query), tri: "recentes" as const };
  const found = await understood(filter);
  if (isPlaceUnknown(found)) return null;
  const fresh = {
    ...found.search,
    // No word beside those that were typed: who mistyped one was told so.
    tsQuery: tsQueryOf(found.words),
    publishedAfter: since,
    publishedUntil: until,
  };
  const [page, total] = await Promise.all([
    searchPage(fresh, newestFirst, named),
    countUpTo(counted + 1, fresh),
  ]);
  if (page.offers.length === 0) return null;
  return {
    words: followedInWords(found),
    link: `${env.origin}${catalogueHref(filter)}`,
    // The two were read one after the other: an offer may have left in between.
    total: Math.max(Math.min(total, counted), page.offers.length),
    isMore: total > counted,
    offers: page.offers.map(
      ({ reference, title, structureName, communeName, department, ...when }) => ({
        title,
        structureName,
        communeName,
        department,
        when: whenInWords(when),
        link: `${env.origin}/offres/${reference}`,
      }),
    ),
  };
}

async function countUpTo(limit: number, search: ResolvedSearch): Promise<number> {
  const [row] = await db.execute<{ offers: number }>(
    sql`select count(*)::int as offers from (select from ${publicOffer} where ${matching(search)} limit ${limit}) found`,
  );
  return row?.offers ?? 0;
}

/** What the mail of new offers says, as things stand when it leaves. */
export async function alertFacts(
  alertId: string,
  span: Span,
): Promise<(NewOffers & { stop: ReturnType<typeof alertLinks> }) | null> {
  const [row] = await db.select().from(searchAlert).where(eq(searchAlert.id, alertId));
  const found = row?.confirmedAt ? await newOffersFor(row.query, span) : null;
  if (!found) return null;
  return { ...found, stop: alertLinks(alertId) };
}

/**
 * What the mail that asks for a confirmation says: nothing that was typed, for the address may be a
 * stranger's; no words where everything was. Null once the alert has ended.
 */
export async function alertToConfirm(
  alertId: string,
): Promise<{ words: string | null; more: boolean; link: string } | null> {
  const [row] = await db.select().from(searchAlert).where(eq(searchAlert.id, alertId));
  if (!row) return null;
  const { q, lieu, ...chosen } = readFilter(row.query);
  const untyped = { ...chosen, q: "", lieu: "" };
  const more = q !== "" || lieu !== "";
  const isAllTyped = more && filterChips(untyped, []).length === 0;
  return {
    words: isAllTyped ? null : await inWords(untyped),
    more,
    link: alertLinks(alertId).page,
  };
}
