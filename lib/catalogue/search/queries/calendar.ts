import "server-only";
import { and, sql } from "drizzle-orm";
import { publicOffer } from "@/lib/offer/projection/tables";
import { exceptOf, matching, type ResolvedSearch } from "./conditions";
import { type Count, countFrom } from "./counts";
import { keptRows } from "./kept-rows";
import { sampleSizeOf, type SearchSize, within } from "./search-size";

/**
 * How many of the offers a search finds are open on each half-day of the year, by slot number,
 * whatever it says about when, unless all of that must be met. Public.
 */
export async function slotCounts(
  search: ResolvedSearch,
  extent: SearchSize,
): Promise<Map<number, Count>> {
  const rows = await keptRows<{ slot: number; offers: number }>(
    search.version,
    sql`select slot, count(*)::int as offers from (select ${publicOffer.slots} as slots from ${publicOffer} where ${and(matching(search, exceptOf("quand", search)), within(sampleSizeOf(extent, "quand")))}) found, unnest(slots) slot group by slot`,
  );
  return new Map(
    rows.map(({ slot, offers }) => [slot, countFrom(offers, sampleSizeOf(extent, "quand"))]),
  );
}
