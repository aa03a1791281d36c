import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import { fromNumbers } from "@/lib/offer/availability";
import { availabilityWords } from "@/lib/offer/availability-words";
import { matching, type ResolvedSearch } from "./conditions";
import { orderKey, readCursor, sortingOf, writeCursor } from "./order";
import { type Extent, isExact } from "./size";

/** Offers on a page of results. */
export const pageSize = 20;
/** Of a search that finds too much to be sorted by relevance, the newest are. */
const ranked = 2_000;

export interface CatalogueCardDto {
  reference: string;
  title: string;
  structureName: string;
  communeName: string;
  /** INSEE code. */
  commune: string;
  department: string;
  places: number;
  lodging: boolean;
  catering: boolean;
  facets: number[];
  /** When it can host, in words. */
  availability: string[];
  publishedAt: Date;
  /** Kilometres from the commune of the search, one decimal; null when there is none. */
  kilometres: number | null;
}

export interface CataloguePage {
  offers: CatalogueCardDto[];
  /** Where the next page starts (`apres`); null on the last one. */
  next: string | null;
}

type Row = Omit<CatalogueCardDto, "availability" | "publishedAt" | "kilometres"> & { offerId: string; slots: number[]; publishedAt: string; key: number };

/** A page of the public catalogue in the order of the search. Reads the read model only, so nothing unapproved can show. */
export async function searchPage(search: ResolvedSearch, extent: Extent, size = pageSize): Promise<CataloguePage> {
  const rows = await found(search, extent, size + 1);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const kilometres = new Map(search.communes.map((near) => [near.code, near.kilometres]));
  return {
    offers: shown.map(({ slots, publishedAt, offerId: _, key: __, ...card }) => ({
      ...card,
      availability: availabilityWords(fromNumbers(slots)),
      publishedAt: new Date(publishedAt),
      kilometres: kilometres.get(card.commune) ?? null,
    })),
    next: rows.length > size && last ? writeCursor({ key: last.key, publishedAt: new Date(last.publishedAt), offerId: last.offerId }) : null,
  };
}

async function found(search: ResolvedSearch, extent: Extent, limit: number): Promise<Row[]> {
  const sorting = sortingOf(search);
  const broad = !isExact(extent) && sorting !== "proches";
  if (!broad) return pageOf(db, sortedPage(search, sql`select offer_id, published_at, ${orderKey(search)} as key from ${publicOffer} where ${matching(search)}`, limit));
  // Too much to be collected and sorted: the order's own index is walked until the page is full.
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`set local enable_bitmapscan = off`);
      if (sorting === "pertinence") {
        const newest = sql`select offer_id, published_at, search from ${publicOffer} where ${matching(search)} order by published_at desc, offer_id desc limit ${ranked}`;
        return pageOf(tx, sortedPage(search, sql`select offer_id, published_at, ${orderKey(search)} as key from (${newest}) ${publicOffer}`, limit));
      }
      const order = sorting === "debut" ? sql`start, published_at desc, offer_id desc` : sql`published_at desc, offer_id desc`;
      return pageOf(tx, sql`select offer_id, published_at, ${orderKey(search)} as key from ${publicOffer} where ${matching(search)} and ${walkedAfter(search, sorting === "debut")} order by ${order} limit ${limit}`);
    },
    { accessMode: "read only" },
  );
}

function sortedPage(search: ResolvedSearch, matched: SQL, limit: number): SQL {
  const cursor = readCursor(search.filter.apres);
  const after = cursor ? sql`(key > ${cursor.key}::float8 or (key = ${cursor.key}::float8 and (published_at, offer_id) < (${cursor.publishedAt.toISOString()}::timestamptz, ${cursor.offerId}::uuid)))` : sql`true`;
  return sql`select * from (${matched}) matched where ${after} order by key, published_at desc, offer_id desc limit ${limit}`;
}

function walkedAfter(search: ResolvedSearch, byStart: boolean): SQL {
  const cursor = readCursor(search.filter.apres);
  if (!cursor) return sql`true`;
  const older = sql`(published_at, offer_id) < (${cursor.publishedAt.toISOString()}::timestamptz, ${cursor.offerId}::uuid)`;
  return byStart ? sql`(start > ${cursor.key} or (start = ${cursor.key} and ${older})) and start >= ${cursor.key}` : older;
}

/** What a card shows of the offers of a page, and of no other: rows are found by their index alone before. */
async function pageOf(executor: Pick<typeof db, "execute">, page: SQL): Promise<Row[]> {
  const rows = await executor.execute<Row>(sql`
    with page as materialized (${page})
    select page.key, p.offer_id as "offerId", p.reference, p.title, p.structure_name as "structureName", p.commune_name as "communeName", p.commune, p.department, p.places, p.lodging, p.catering,
      p.facets, p.slots, p.published_at as "publishedAt"
    from page join public_offer p using (offer_id) order by page.key, p.published_at desc, p.offer_id desc`);
  return [...rows];
}
