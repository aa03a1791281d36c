import "server-only";
import { and, count, desc, eq, lt, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import { offer, offerRevision, revisionFacts } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { isUuid } from "@/lib/offer/queries/offer-form";
import { displayTitle } from "@/lib/offer/schema";
import { can, type Viewer } from "@/lib/platform/policy";
import { termLabels } from "@/lib/vocabulary/queries";
import type { ListedOfferDto, OfferFilter } from "../offer-filter";
import { factsOfOffer, matchingOffers } from "./offer-conditions";

const pageSize = 50;
/** Rows that an export holds in memory at once. */
const exportPage = 1000;

export interface OfferPage {
  offers: ListedOfferDto[];
  /** How many match the filter. */
  total: number;
  /** Id to ask the next page with; null on the last. */
  next: string | null;
}

/**
 * Every submitted offer of the region, the one begun last first. Nothing for anyone but the ARS.
 * @param before id of the last offer of the page before; anything else is the first page
 */
export async function allOffers(viewer: Viewer, filter: OfferFilter, before = ""): Promise<OfferPage> {
  if (!can(viewer, "offer:moderate")) return { offers: [], total: 0, next: null };
  const [rows, total] = await Promise.all([read(matchingOffers(filter), before, pageSize + 1), countOffers(filter)]);
  return { offers: rows.slice(0, pageSize), total, next: rows.length > pageSize ? (rows[pageSize - 1]?.id ?? null) : null };
}

/** The same list whole, a page at a time; nothing for anyone but the ARS. */
export async function* allOffersPages(viewer: Viewer, filter: OfferFilter): AsyncGenerator<ListedOfferDto[]> {
  if (!can(viewer, "offer:moderate")) return;
  const where = matchingOffers(filter);
  for (let before = ""; ; ) {
    const offers = await read(where, before, exportPage);
    if (offers.length > 0) yield offers;
    const last = offers.at(-1);
    if (!last || offers.length < exportPage) return;
    before = last.id;
  }
}

async function countOffers(filter: OfferFilter): Promise<number> {
  const [row] = await db.select({ total: count() }).from(offer).leftJoin(revisionFacts, factsOfOffer).where(matchingOffers(filter));
  return row?.total ?? 0;
}

async function read(where: SQL | undefined, before: string, limit: number): Promise<ListedOfferDto[]> {
  // The keys first: what is shown is read for the rows of the page alone.
  const page = db
    .select({ id: offer.id })
    .from(offer)
    .leftJoin(revisionFacts, factsOfOffer)
    .where(and(where, isUuid(before) ? lt(offer.id, before) : undefined))
    .orderBy(desc(offer.id))
    .limit(limit)
    .as("page");
  const rows = await db
    .select({ offer, revision: offerRevision, structureName: structure.name, visibleId: publicOffer.offerId })
    .from(page)
    .innerJoin(offer, eq(offer.id, page.id))
    .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .leftJoin(publicOffer, eq(publicOffer.offerId, offer.id))
    .orderBy(desc(offer.id));
  const labels = await termLabels([...new Set(rows.flatMap(({ revision: { content } }) => [...content.themeIds, ...content.audienceIds, content.site.typeId]))]);
  const words = (ids: readonly string[]) => ids.map((id) => labels.get(id) ?? "").filter(Boolean);
  return rows.map(({ offer: row, revision: { content, submittedAt, decidedAt }, structureName, visibleId }) => ({
    id: row.id,
    reference: row.reference,
    title: displayTitle(content.title, words(content.themeIds)),
    structureName,
    communeName: content.site.communeName,
    department: content.site.department,
    siteType: words([content.site.typeId])[0] ?? "",
    themes: words(content.themeIds),
    audiences: words(content.audienceIds),
    places: content.places,
    availability: content.availability,
    lodging: content.lodging,
    catering: content.catering,
    campaign: row.campaign,
    validation: row.validation,
    publication: row.publication,
    visible: visibleId !== null,
    archived: row.archivedAt !== null,
    submittedAt,
    decidedAt,
    publishedAt: row.publishedAt,
  }));
}

/** The name of the structure that a filter names; empty for none, and for anyone but the ARS. */
export async function structureNameFor(viewer: Viewer, structureId: string): Promise<string> {
  if (!can(viewer, "offer:moderate") || !isUuid(structureId)) return "";
  const [row] = await db.select({ name: structure.name }).from(structure).where(eq(structure.id, structureId));
  return row?.name ?? "";
}
