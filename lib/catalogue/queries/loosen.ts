import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import type { Narrowing } from "../filter";
import { activeNarrowings, matching, type ResolvedSearch } from "./conditions";
import { type Count, rounded } from "./counts";

export interface Loosening {
  narrowing: Narrowing;
  count: Count;
}

/** Beyond it an order of magnitude is enough. */
const counted = 1_000;

/** For a search that finds nothing: what it would find without one of its narrowings, the most promising first. Public. */
export async function looseningsOf(search: ResolvedSearch): Promise<Loosening[]> {
  const active = activeNarrowings(search);
  if (active.length === 0) return [];
  const each = active.map((narrowing) => sql`select ${narrowing}::text as narrowing, (select count(*)::int from (select 1 from ${publicOffer} where ${matching(search, [narrowing])} limit ${counted + 1}) found) as offers`);
  const rows = await db.execute<{ narrowing: Narrowing; offers: number }>(sql.join(each, sql` union all `));
  return [...rows]
    .filter(({ offers }) => offers > 0)
    .sort((a, b) => b.offers - a.offers)
    .map(({ narrowing, offers }) => ({ narrowing, count: offers > counted ? { value: rounded(counted), exact: false } : { value: offers, exact: true } }));
}
