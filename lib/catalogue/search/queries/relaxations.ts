import "server-only";
import { sql } from "drizzle-orm";
import { publicOffer } from "@/lib/offer/projection/tables";
import type { FilterName } from "../filter";
import { activeFilterNames, matching, type ResolvedSearch } from "./conditions";
import { keptRows } from "./kept-rows";

/** What a search would find without some of its narrowings. */
export interface Relaxation {
  narrowings: readonly FilterName[];
  offers: number;
  /** Whether there are more than that. */
  more: boolean;
}

/** Beyond it an order of magnitude is enough. */
const most = 1_000;
/** Pairs that are worth a line on a page. */
const pairsShown = 5;

/**
 * For a search that finds nothing: what it would find without one of its narrowings, or, where that
 * is nothing either, without two; the most promising first. Public.
 */
export async function relaxationsOf(search: ResolvedSearch): Promise<Relaxation[]> {
  const active = activeFilterNames(search);
  const single = await found(
    search,
    active.map((narrowing) => [narrowing]),
  );
  if (single.length > 0) return single;
  const pairs = active.flatMap((first, index) =>
    active.slice(index + 1).map((second) => [first, second]),
  );
  return (await found(search, pairs)).slice(0, pairsShown);
}

async function found(
  search: ResolvedSearch,
  leftOut: readonly (readonly FilterName[])[],
): Promise<Relaxation[]> {
  if (leftOut.length === 0) return [];
  const each = leftOut.map(
    (narrowings, place) =>
      sql`select ${place}::int as place, (select count(*)::int from (select 1 from ${publicOffer} where ${matching(search, narrowings)} limit ${most + 1}) found) as offers`,
  );
  const rows = await keptRows<{ place: number; offers: number }>(
    search.version,
    sql.join(each, sql` union all `),
  );
  return rows
    .filter(({ offers }) => offers > 0)
    .sort((a, b) => b.offers - a.offers)
    .map(({ place, offers }) => ({
      narrowings: leftOut[place] ?? [],
      offers: Math.min(offers, most),
      more: offers > most,
    }));
}
