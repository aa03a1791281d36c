import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import { fromNumbers } from "@/lib/offer/availability";
import { availabilityWords } from "@/lib/offer/availability-words";
import { matching, type ResolvedSearch } from "./conditions";
import { countedFacets, type FacetRow } from "./counts";
import { type Extent, lookOf } from "./extent";
import { type Cursor, nearCommunes, orderKey, readCursor, sortingOf, writeCursor } from "./order";

/** Offers on a page of results. */
export const pageSize = 20;
/** Of a search that finds too much to be sorted by relevance, the newest are. */
const ranked = 400;

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
  /** Of all offers the search finds, where they were all looked at. */
  facets: FacetRow[] | null;
}

type Row = Omit<CatalogueCardDto, "availability" | "publishedAt" | "kilometres"> & { offerId: string; slots: number[]; publishedAt: string; key: number };

/** A page of the public catalogue in the order of the search. Reads the read model only, so nothing unapproved can show. */
export async function searchPage(search: ResolvedSearch, extent: Extent, size = pageSize): Promise<CataloguePage> {
  const { rows, facets } = isSorted(search, extent) ? await sorted(search, extent, size + 1) : { rows: await walked(search, size + 1), facets: null };
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
    facets,
  };
}

/**
 * Whether all offers a search finds are collected and sorted. Walking the order's own index until a page is full reads
 * the fewer offers the more of them match; both cost the same where that is the square root of this product.
 */
export function isSorted(search: ResolvedSearch, extent: Extent): boolean {
  const wanted = sortingOf(search) === "pertinence" ? ranked : pageSize;
  return lookOf(extent) === "all" || extent.found <= Math.sqrt(extent.size * wanted);
}

async function sorted(search: ResolvedSearch, extent: Extent, limit: number): Promise<{ rows: Row[]; facets: FacetRow[] | null }> {
  const [found] = await db.execute<{ page: Row[] | null; facets: FacetRow[] | null }>(sortedStatement(search, extent, limit));
  return { rows: found?.page ?? [], facets: lookOf(extent) === "all" ? (found?.facets ?? []) : null };
}

/** All that is found, sorted, and what it counts: one way through the index for both. */
export function sortedStatement(search: ResolvedSearch, extent: Extent, limit: number): SQL {
  const counts = lookOf(extent) === "all" ? sql`(select json_agg(json_build_array(facet, offers)) from (select facet, count(*)::int as offers from matched, lateral ${countedFacets(search)} counted group by facet) facets)` : sql`null`;
  const source = sortingOf(search) === "proches" ? sql`${publicOffer} join ${nearCommunes(search)} on near.code = commune` : sql`${publicOffer}`;
  return sql`
    with matched as materialized (select offer_id, facets, published_at, ${orderKey(search)} as key from ${source} where ${matching(search)}),
      page as materialized (select offer_id, published_at, key from matched where ${after(search)} order by key, published_at desc, offer_id desc limit ${limit})
    select (select json_agg(card) from (${cardsOf}) card) as page, ${counts} as facets`;
}

/** Too much to be collected and sorted: the order's own index is walked until the page is full. */
async function walked(search: ResolvedSearch, limit: number): Promise<Row[]> {
  return db.transaction(
    async (tx) => {
      await tx.execute(walking);
      return [...(await tx.execute<Row>(walkedStatement(search, limit)))];
    },
    { accessMode: "read only" },
  );
}

/** The planner would rather collect and sort: it does not know that a page is full after a few offers. */
export const walking = sql`set local enable_bitmapscan = off`;

export function walkedStatement(search: ResolvedSearch, limit: number): SQL {
  return sql`with page as materialized (${pageWalked(search, limit)}) ${cardsOf}`;
}

function pageWalked(search: ResolvedSearch, limit: number): SQL {
  const key = orderKey(search);
  switch (sortingOf(search)) {
    case "pertinence": {
      const newest = sql`select offer_id, published_at, search from ${publicOffer} where ${matching(search)} order by published_at desc, offer_id desc limit ${ranked}`;
      return sql`select * from (select offer_id, published_at, ${key} as key from (${newest}) ${publicOffer}) matched where ${after(search)} order by key, published_at desc, offer_id desc limit ${limit}`;
    }
    // Commune after commune: the nearest ones fill the page.
    case "proches":
      return sql`select offers.*, ${key} as key from ${nearCommunes(search)} cross join lateral (select offer_id, published_at from ${publicOffer} where commune = near.code and ${matching(search, ["lieu"])} and ${nearAfter(search)} order by published_at desc, offer_id desc limit ${limit}) offers limit ${limit}`;
    case "debut":
      return sql`select offer_id, published_at, ${key} as key from ${publicOffer} where ${matching(search)} and ${startingAfter(search)} order by start, published_at desc, offer_id desc limit ${limit}`;
    default:
      return sql`select offer_id, published_at, ${key} as key from ${publicOffer} where ${matching(search)} and ${olderThan(readCursor(search.filter.apres))} order by published_at desc, offer_id desc limit ${limit}`;
  }
}

function olderThan(cursor: Cursor | null): SQL {
  return cursor ? sql`(published_at, offer_id) < (${cursor.publishedAt.toISOString()}::timestamptz, ${cursor.offerId}::uuid)` : sql`true`;
}

function after(search: ResolvedSearch): SQL {
  const cursor = readCursor(search.filter.apres);
  return cursor ? sql`(key > ${cursor.key}::float8 or (key = ${cursor.key}::float8 and ${olderThan(cursor)}))` : sql`true`;
}

/** The same for the index on the first month: what is before it is not even looked at. */
function startingAfter(search: ResolvedSearch): SQL {
  const cursor = readCursor(search.filter.apres);
  return cursor ? sql`start >= ${cursor.key} and (start > ${cursor.key} or ${olderThan(cursor)})` : sql`true`;
}

function nearAfter(search: ResolvedSearch): SQL {
  const cursor = readCursor(search.filter.apres);
  return cursor ? sql`(near.place > ${cursor.key} or (near.place = ${cursor.key} and ${olderThan(cursor)}))` : sql`true`;
}

/** What a card shows, of the offers of `page` and of no other: which ones they are was told by the index. */
const cardsOf = sql`
  select page.key, p.offer_id as "offerId", p.reference, p.title, p.structure_name as "structureName", p.commune_name as "communeName", p.commune, p.department, p.places, p.lodging, p.catering,
    p.facets, p.slots, p.published_at as "publishedAt"
  from page join public_offer p using (offer_id) order by page.key, p.published_at desc, p.offer_id desc`;
