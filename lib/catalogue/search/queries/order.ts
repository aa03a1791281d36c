import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { neverStarts } from "@/lib/offer/projection/facets";
import { publicOffer } from "@/lib/offer/projection/tables";
import { isUuid } from "@/lib/platform/values/id";
import { offersBefore, type Sorting } from "../filter";
import { narrowsSearch, type ResolvedSearch, wordsSought } from "./conditions";

/** Words in titles weigh most, then names of themes, audiences and places, then descriptions. */
const weights = sql`'{0.05, 0.1, 0.4, 1.0}'::float4[]`;

/** What only says what the words belong to weighs little. */
const inOtherWords = sql`0.05`;
/** What says the words themselves, wherever, comes before what does not. */
const inTheirWords = sql`0.1`;

/** How much an offer says of a query, long ones no more than short ones. */
function rank(query: string): SQL {
  if (query === "") return sql`0`;
  return sql`ts_rank(${weights}, ${publicOffer.search}, ${wordsSought(query)}, 1)`;
}

function says(query: string): SQL {
  if (query === "") return sql`0`;
  return sql`case when ${publicOffer.search} @@ ${wordsSought(query)} then ${inTheirWords} else 0 end`;
}

/**
 * The order a search is shown in: what was asked for where it makes sense, else what its narrowings
 * suggest.
 */
export function sortingOf({ filter, tsQuery, typedQuery, place }: ResolvedSearch): Sorting {
  if (filter.tri === "pertinence" && typedQuery === "") return "recentes";
  if (filter.tri === "proches" && place === null) return "recentes";
  if (filter.tri !== "") return filter.tri;
  if (tsQuery === "" && place !== null) return "proches";
  return typedQuery !== "" ? "pertinence" : "recentes";
}

/**
 * Whether the order of a search costs less where all that is found is sorted: walked by relevance,
 * only the newest would be ranked, and by first month, month after month asked.
 */
export function isWalkedDearly(search: ResolvedSearch): boolean {
  const sorting = sortingOf(search);
  return sorting === "pertinence" || (sorting === "debut" && narrowsSearch(search));
}

// Written out: with a parameter in its place the planner could not tell that an index has the rows.
const never = sql.raw(String(neverStarts));

/** Of an offer's months all are over. */
export const isOver = sql`start = ${never}`;
export const hasMonthsToCome = sql`start < ${never}`;

/** What is over comes after all that is not, in every order: beyond any rank and any place. */
const afterAll = 100_000;
const lastWhenOver = sql`case when ${isOver} then ${sql.raw(String(afterAll))} else 0 end`;

/**
 * The number an order goes by before the day of publication, smallest first: 0 for the newest
 * first. Of one type, so that a page can start after it.
 */
export function orderKey(search: ResolvedSearch): SQL {
  switch (sortingOf(search)) {
    case "recentes":
      return sql`(${lastWhenOver})::float8`;
    case "debut":
      return sql`${publicOffer.start}::float8`;
    // Four decimals: enough to tell two offers apart, and the same after a trip through an address.
    case "pertinence":
      return sql`(${lastWhenOver} - round((${rank(search.typedQuery)} + ${inOtherWords} * ${rank(search.tsQuery)} + ${says(search.saidQuery)})::numeric, 4))::float8`;
    case "proches":
      return sql`(${lastWhenOver} + near.place)::float8`;
  }
}

/**
 * The communes of a search by how near they are, for the order that goes by it: `near.place` is 0
 * for the nearest.
 */
export function nearCommunes({ communes }: ResolvedSearch): SQL {
  const codes = [...communes]
    .sort((a, b) => a.kilometres - b.kilometres || (a.code < b.code ? -1 : 1))
    .map(({ code }) => code);
  return sql`unnest(${`{${codes.join(",")}}`}::text[]) with ordinality near (code, place)`;
}

/**
 * Where a page starts: the order's number, the day of publication and the id of the last offer
 * before it.
 */
export interface Cursor {
  key: number;
  publishedAt: Date;
  offerId: string;
  /** How many offers came before when it was written: said, never sought by. */
  before: number;
}

export function writeCursor({ key, publishedAt, offerId, before }: Cursor): string {
  return `${key}_${publishedAt.getTime()}_${offerId}_${before}`;
}

/** @returns null for a text that no page gave */
function readCursor(text: string): Cursor | null {
  const [, key, at, offerId] =
    /^(-?\d{1,6}(?:\.\d{1,4})?)_(\d{1,14})_([^_]+)(?:_\d{1,7})?$/.exec(text) ?? [];
  return key === undefined || at === undefined || !isUuid(offerId)
    ? null
    : { key: Number(key), publishedAt: new Date(Number(at)), offerId, before: offersBefore(text) };
}

/**
 * Where the page that is asked for starts; null for the first one, and for a number that the
 * search's order never gives.
 */
export function cursorOf(search: ResolvedSearch): Cursor | null {
  const cursor = readCursor(search.filter.apres);
  return cursor && isKeyOf(sortingOf(search), cursor.key, search) ? cursor : null;
}

function isKeyOf(sorting: Sorting, key: number, { communes }: ResolvedSearch): boolean {
  const among = isKeyAfterAll(key) ? key - afterAll : key;
  switch (sorting) {
    case "pertinence":
      return among <= 0;
    case "recentes":
      return among === 0;
    case "debut":
      return Number.isInteger(key) && key >= 0 && key <= neverStarts;
    case "proches":
      return Number.isInteger(key) && among >= 1 && among <= communes.length;
  }
}

function isKeyAfterAll(key: number): boolean {
  return key > afterAll / 2;
}

/** The same search from its first page on. */
export function fromStart(search: ResolvedSearch): ResolvedSearch {
  return { ...search, filter: { ...search.filter, apres: "" } };
}

/** The part of an order that a page goes on in: what is to come, and then what is over. */
export function placeAfter(cursor: Cursor | null): { isOver: boolean; key: number } {
  const over = cursor !== null && isKeyAfterAll(cursor.key);
  return { isOver: over, key: (cursor?.key ?? 0) - (over ? afterAll : 0) };
}
