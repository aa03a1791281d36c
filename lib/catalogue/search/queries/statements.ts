import "server-only";
import { and, sql, type SQL } from "drizzle-orm";
import { publicOffer } from "@/lib/offer/projection/tables";
import { ranked } from "../filter";
import { matching, type ResolvedSearch } from "./conditions";
import {
  type Cursor,
  cursorOf,
  hasMonthsToCome,
  isOver,
  nearCommunes,
  orderKey,
  placeAfter,
  sortingOf,
} from "./order";
import type { SearchSize } from "./search-size";

/** An offer as a page of results is asked for it. */
export type CatalogueRow = {
  reference: string;
  title: string;
  structureName: string;
  communeName: string;
  /** INSEE code. */
  commune: string;
  department: string;
  campaign: number;
  places: number;
  lodging: boolean;
  catering: boolean;
  facets: number[];
  offerId: string;
  slots: number[];
  /** ISO 8601. */
  publishedAt: string;
  /** What the order goes by before the day of publication. */
  key: number;
  /** Of the first row of a page, where something is (`Told`). */
  told?: unknown;
};

/**
 * How many offers are worth collecting to sort them. Walking the order's own index until a page is
 * full reads the fewer offers the more of them match; both cost the same where that is the square
 * root of this product.
 * @param wanted offers of the order that fill a page
 */
export function worthSorting({ size }: SearchSize, wanted: number): number {
  return Math.sqrt(size * wanted);
}

/** What is told of all that a search finds, with the first row of its page. */
export interface Told {
  /** Of an offer: what it is told by. */
  columns?: SQL;
  /** Reads them in `matched`. */
  value: SQL;
}

export interface StatementOptions {
  /** Leaves out what does not meet it, where a page is made part after part. */
  part?: SQL;
  /** Columns of `p`, the offer, beside those of a card. */
  more?: SQL | undefined;
  /** Only where all that is found is sorted. */
  told?: Told | undefined;
}

/** All that is found, sorted. */
export function sortedStatement(
  search: ResolvedSearch,
  limit: number,
  { part, more, told }: StatementOptions = {},
): SQL {
  const source =
    sortingOf(search) === "proches"
      ? sql`${publicOffer} join ${nearCommunes(search)} on near.code = commune`
      : sql`${publicOffer}`;
  return sql`
    with matched as (select ${listOf(sql`offer_id, published_at`, told?.columns)}, ${orderKey(search)} as key from ${source} where ${and(matching(search), part)}),
      page as materialized (select offer_id, published_at, key from matched where ${after(search)} order by key, published_at desc, offer_id desc limit ${limit})
    ${cardsOf(more, told)}`;
}

/**
 * The planner would rather collect and sort: it does not know that a page is full after a few
 * offers.
 */
export const walking = sql`set local enable_bitmapscan = off`;
/** Ends {@link walking} within a transaction. */
export const collecting = sql`set local enable_bitmapscan = on`;

/**
 * Too much to be collected and sorted: the order's own index is walked until the page is full,
 * after {@link walking}.
 */
export function walkedStatement(
  search: ResolvedSearch,
  limit: number,
  { part, more }: StatementOptions = {},
): SQL {
  return sql`with page as materialized (${pageWalked(search, limit, part)}) ${cardsOf(more)}`;
}

function pageWalked(search: ResolvedSearch, limit: number, part?: SQL): SQL {
  const key = orderKey(search);
  switch (sortingOf(search)) {
    case "pertinence": {
      const newest = (which: SQL) =>
        sql`(select offer_id, published_at, search, start from ${publicOffer} where ${matching(search)} and ${which} order by published_at desc, offer_id desc limit ${ranked})`;
      const both = sql`select * from (${newest(hasMonthsToCome)} union all ${newest(isOver)}) newest limit ${ranked}`;
      return sql`select * from (select offer_id, published_at, ${key} as key from (${both}) ${publicOffer}) matched where ${after(search)} order by key, published_at desc, offer_id desc limit ${limit}`;
    }
    // Commune after commune: the nearest ones fill the page.
    case "proches":
      return inTwoParts(
        search,
        limit,
        (which, cursor) =>
          sql`select offers.*, ${key} as key from ${nearCommunes(search)} cross join lateral (select offer_id, published_at, start from ${publicOffer} where commune = near.code and ${matching(search, ["lieu"])} and ${which} and ${nearAfter(cursor)} order by published_at desc, offer_id desc limit ${limit}) offers limit ${limit}`,
      );
    case "debut":
      return sql`select offer_id, published_at, ${key} as key from ${publicOffer} where ${and(matching(search), part)} and ${startingAfter(search)} order by start, published_at desc, offer_id desc limit ${limit}`;
    default:
      return inTwoParts(
        search,
        limit,
        (which, cursor) =>
          sql`select offer_id, published_at, start, ${key} as key from ${publicOffer} where ${matching(search)} and ${which} and ${olderThan(cursor)} order by published_at desc, offer_id desc limit ${limit}`,
      );
  }
}

/**
 * What is to come and then what is over, each by an index of its own; the second is only looked at
 * when a page is not full.
 */
function inTwoParts(
  search: ResolvedSearch,
  limit: number,
  walk: (which: SQL, cursor: Cursor | null) => SQL,
): SQL {
  const cursor = cursorOf(search);
  const place = placeAfter(cursor);
  const within = cursor && { ...cursor, key: place.key };
  if (place.isOver) return walk(isOver, within);
  return sql`select * from ((${walk(hasMonthsToCome, within)}) union all (${walk(isOver, null)})) parts limit ${limit}`;
}

function olderThan(cursor: Cursor | null): SQL {
  return cursor
    ? sql`(published_at, offer_id) < (${cursor.publishedAt.toISOString()}::timestamptz, ${cursor.offerId}::uuid)`
    : sql`true`;
}

function after(search: ResolvedSearch): SQL {
  const cursor = cursorOf(search);
  return cursor
    ? sql`(key > ${cursor.key}::float8 or (key = ${cursor.key}::float8 and ${olderThan(cursor)}))`
    : sql`true`;
}

/** The same for the index on the first month: what is before it is not even looked at. */
function startingAfter(search: ResolvedSearch): SQL {
  const cursor = cursorOf(search);
  return cursor
    ? sql`start >= ${cursor.key} and (start > ${cursor.key} or ${olderThan(cursor)})`
    : sql`true`;
}

function nearAfter(cursor: Cursor | null): SQL {
  return cursor
    ? sql`(near.place > ${cursor.key} or (near.place = ${cursor.key} and ${olderThan(cursor)}))`
    : sql`true`;
}

/**
 * What a card shows, of the offers of `page` and of no other: which ones they are was told by the
 * index.
 */
function cardsOf(more?: SQL, told?: Told): SQL {
  const order = sql`order by page.key, p.published_at desc, p.offer_id desc`;
  const first =
    told && sql`case when row_number() over (${order}) = 1 then ${told.value} end as told`;
  return sql`
  select page.key, p.offer_id as "offerId", p.reference, p.title, p.structure_name as "structureName", p.commune_name as "communeName", p.commune, p.department, p.campaign, p.places, p.lodging, p.catering,
    ${listOf(sql`p.facets, p.slots, p.published_at as "publishedAt"`, more, first)}
  from page join public_offer p using (offer_id) ${order}`;
}

function listOf(...columns: (SQL | undefined)[]): SQL {
  return sql.join(
    columns.filter((each) => each !== undefined),
    sql`, `,
  );
}
