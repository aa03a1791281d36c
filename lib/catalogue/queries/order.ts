import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { publicOffer } from "@/db/schema/catalogue";
import { months } from "@/lib/offer/availability";
import { isUuid } from "@/lib/platform/id";
import type { Sorting } from "../filter";
import { type ResolvedSearch, wordsSought } from "./conditions";

/** Words in titles weigh most, then names of themes, audiences and places, then descriptions. */
const weights = sql`'{0.05, 0.1, 0.4, 1.0}'::float4[]`;

/** What is said in other words than somebody typed weighs a fifth. */
const inOtherWords = sql`0.2`;

/** How much an offer says of a query, long ones no more than short ones. */
function rank(query: string): SQL {
  return sql`ts_rank(${weights}, ${publicOffer.search}, ${wordsSought(query)}, 1)`;
}

/** The order a search is shown in: what was asked for where it makes sense, else what its narrowings suggest. */
export function sortingOf({ filter, tsQuery, place }: ResolvedSearch): Sorting {
  if (filter.tri === "pertinence" && tsQuery === "") return "recentes";
  if (filter.tri === "proches" && place === null) return "recentes";
  if (filter.tri !== "") return filter.tri;
  return tsQuery !== "" ? "pertinence" : place !== null ? "proches" : "recentes";
}

/**
 * The number an order goes by before the day of publication, smallest first: 0 for the newest first. Of one type, so
 * that a page can start after it.
 */
export function orderKey(search: ResolvedSearch): SQL {
  switch (sortingOf(search)) {
    case "recentes":
      return sql`0::float8`;
    case "debut":
      return sql`${publicOffer.start}::float8`;
    // Four decimals: enough to tell two offers apart, and the same after a trip through an address.
    case "pertinence":
      return sql`-round((${rank(search.typedQuery)} + ${inOtherWords} * ${rank(search.tsQuery)})::numeric, 4)::float8`;
    case "proches":
      return sql`near.place::float8`;
  }
}

/** The communes of a search by how near they are, for the order that goes by it: `near.place` is 0 for the nearest. */
export function nearCommunes({ communes }: ResolvedSearch): SQL {
  const codes = [...communes].sort((a, b) => a.kilometres - b.kilometres || (a.code < b.code ? -1 : 1)).map(({ code }) => code);
  return sql`unnest(${`{${codes.join(",")}}`}::text[]) with ordinality near (code, place)`;
}

/** Where a page starts: the order's number, the day of publication and the id of the last offer before it. */
export interface Cursor {
  key: number;
  publishedAt: Date;
  offerId: string;
}

export function writeCursor({ key, publishedAt, offerId }: Cursor): string {
  return `${key}_${publishedAt.getTime()}_${offerId}`;
}

/** @returns null for a text that no page gave */
function readCursor(text: string): Cursor | null {
  const [, key, at, offerId] = /^(-?\d{1,6}(?:\.\d{1,4})?)_(\d{1,14})_(.+)$/.exec(text) ?? [];
  return key === undefined || at === undefined || !isUuid(offerId) ? null : { key: Number(key), publishedAt: new Date(Number(at)), offerId };
}

/** Where the page that is asked for starts; null for the first one, and for a number that the search's order never gives. */
export function cursorOf(search: ResolvedSearch): Cursor | null {
  const cursor = readCursor(search.filter.apres);
  return cursor && isKeyOf(sortingOf(search), cursor.key, search) ? cursor : null;
}

function isKeyOf(sorting: Sorting, key: number, { communes }: ResolvedSearch): boolean {
  switch (sorting) {
    case "pertinence":
      return key <= 0;
    case "recentes":
      return key === 0;
    case "debut":
      return Number.isInteger(key) && key >= 0 && key <= months.length;
    case "proches":
      return Number.isInteger(key) && key >= 1 && key <= communes.length;
  }
}
