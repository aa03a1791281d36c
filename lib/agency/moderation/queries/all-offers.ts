import "server-only";
import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { revisionFacts } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { termsIn } from "@/lib/offer/content/current-terms";
import { listedContent, unlisted } from "@/lib/offer/content/listed";
import { readContent } from "@/lib/offer/content/stored";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { visibilitiesOf } from "@/lib/offer/lifecycle/queries/visibilities";
import { publicOffer } from "@/lib/offer/projection/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { uuidList } from "@/lib/platform/database/uuid-list";
import { exportPage, pagesByKey } from "@/lib/platform/formats/pages";
import { isUuid } from "@/lib/platform/values/id";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import type { ListedOfferDto, OfferFilter } from "../offer-filter";
import { factsOfOffer, matchingOffers } from "./offer-conditions";

const pageSize = 50;

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
export async function allOffers(
  viewer: Viewer,
  filter: OfferFilter,
  before = "",
): Promise<OfferPage> {
  if (!can(viewer, "offer:moderate")) return { offers: [], total: 0, next: null };
  const { ids, total } = await keysAndTotal(filter, before);
  return {
    offers: await read(ids.slice(0, pageSize)),
    total,
    next: ids.length > pageSize ? (ids[pageSize - 1] ?? null) : null,
  };
}

/** Criteria that many offers meet: the next page is found by walking the keys. */
const common: readonly string[] = [
  "campagne",
  "etat",
  "publication",
] satisfies (keyof OfferFilter)[];

/**
 * Other criteria are looked for once, for the page and the total: few offers may meet them, and
 * walking would meet all the others.
 */
async function keysAndTotal(
  filter: OfferFilter,
  before: string,
): Promise<{ ids: string[]; total: number }> {
  const often = Object.entries(filter).every(
    ([name, value]) => value === "" || common.includes(name),
  );
  const rows = await db.execute<{ total: number; id: string | null }>(sql`
    with matching as ${often ? sql`not materialized` : sql`materialized`} ${matchingIds(matchingOffers(filter))}
    select counted.total, page.id
    from (select count(*)::int as total from matching) counted
    left join (select id from matching where ${isUuid(before) ? sql`id < ${before}` : sql`true`} order by id desc limit ${pageSize + 1}) page on true
    order by page.id desc`);
  return { ids: rows.flatMap(({ id }) => id ?? []), total: rows[0]?.total ?? 0 };
}

function matchingIds(where: SQL | undefined) {
  return db.select({ id: offer.id }).from(offer).leftJoin(revisionFacts, factsOfOffer).where(where);
}

/** The same list whole, a page at a time; nothing for anyone but the ARS. */
export async function* allOffersPages(
  viewer: Viewer,
  filter: OfferFilter,
): AsyncGenerator<ListedOfferDto[]> {
  if (!can(viewer, "offer:moderate")) return;
  yield* pagesByKey(async (before) => {
    const keys = await matchingIds(
      and(matchingOffers(filter), isUuid(before) ? lt(offer.id, before) : undefined),
    )
      .orderBy(desc(offer.id))
      .limit(exportPage);
    return keys.length > 0 ? read(keys.map(({ id }) => id)) : [];
  });
}

const listed = {
  id: offer.id,
  reference: offer.reference,
  campaign: offer.campaign,
  validation: offer.validation,
  publication: offer.publication,
  archivedAt: offer.archivedAt,
  publishedAt: offer.publishedAt,
};

/** A list shows neither the long text nor people: they stay in the database. */
const shownContent = sql`${offerRevision.content} - ${`{${unlisted.join()}}`}::text[]`.mapWith(
  readContent,
);

async function read(ids: readonly string[]): Promise<ListedOfferDto[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      offer: listed,
      content: shownContent,
      submittedAt: offerRevision.submittedAt,
      decidedAt: offerRevision.decidedAt,
      structureName: structure.name,
      visibleId: publicOffer.offerId,
    })
    .from(offer)
    .innerJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .leftJoin(publicOffer, eq(publicOffer.offerId, offer.id))
    // One parameter, not a thousand of them.
    .where(sql`${offer.id} = any(${uuidList(ids)})`)
    .orderBy(desc(offer.id));
  const [labels, standings] = await Promise.all([
    termLabels([...new Set(rows.flatMap(({ content }) => termsIn(content)))]),
    visibilitiesOf(sql`${offer.id} = any(${uuidList(ids)})`),
  ]);
  return rows.map(({ offer: row, content, submittedAt, decidedAt, structureName, visibleId }) => ({
    ...listedContent(content, labels),
    availability: content.availability,
    id: row.id,
    reference: row.reference,
    structureName,
    communeName: content.site.communeName,
    department: content.site.department,
    siteType: labels.get(content.site.typeId) ?? "",
    campaign: row.campaign,
    validation: row.validation,
    publication: row.publication,
    visible: visibleId !== null,
    visibility: standings.get(row.id)?.visibility ?? "deleted",
    elapsed: standings.get(row.id)?.elapsed ?? false,
    archived: row.archivedAt !== null,
    submittedAt,
    decidedAt,
    publishedAt: row.publishedAt,
  }));
}

/** The name of the structure that a filter names; empty for none, and for anyone but the ARS. */
export async function structureNameFor(viewer: Viewer, structureId: string): Promise<string> {
  if (!can(viewer, "offer:moderate") || !isUuid(structureId)) return "";
  const [row] = await db
    .select({ name: structure.name })
    .from(structure)
    .where(eq(structure.id, structureId));
  return row?.name ?? "";
}
