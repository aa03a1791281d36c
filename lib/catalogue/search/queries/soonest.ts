import "server-only";
import { and, sql } from "drizzle-orm";
import { startFacet } from "@/lib/offer/projection/facets";
import { hasOneOf } from "@/lib/offer/projection/queries/facets";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db, type Transaction } from "@/lib/platform/database/client";
import { type MonthGroup, monthGroupsOf } from "../month-groups";
import { matching, narrowsSearch, type ResolvedSearch } from "./conditions";
import { cursorOf } from "./order";
import { inSample, sampledOf, type SearchSize } from "./search-size";
import {
  type CatalogueRow,
  collecting,
  sortedStatement,
  type StatementOptions,
  walkedStatement,
  walking,
  worthSorting,
} from "./statements";

/** Those that start first, of a search that finds too much to be sorted as a whole. */
export async function soonest(
  search: ResolvedSearch,
  extent: SearchSize,
  limit: number,
  options: StatementOptions,
): Promise<CatalogueRow[]> {
  return db.transaction(
    async (tx) => {
      if (!narrowsSearch(search)) return walkStarts(tx, search, limit, options);
      const rows: CatalogueRow[] = [];
      for (const stage of await stagesFor(tx, search, extent, limit)) {
        if (rows.length < limit)
          rows.push(...(await rowsOf(tx, stage, search, limit - rows.length, options)));
      }
      return rows;
    },
    // An offer that changes meanwhile is still in one stage only.
    { accessMode: "read only", isolationLevel: "repeatable read" },
  );
}

async function stagesFor(
  tx: Transaction,
  search: ResolvedSearch,
  extent: SearchSize,
  limit: number,
): Promise<MonthGroup[]> {
  const [starts, counted] = [
    await startsFrom(tx, cursorOf(search)?.key ?? 0),
    await tx.execute<{ start: number; offers: number }>(
      sql`select start, count(*)::int as offers from ${publicOffer} where ${and(inSample, matching(search))} group by start`,
    ),
  ];
  const found = new Map(counted.map(({ start, offers }) => [start, offers * sampledOf]));
  return monthGroupsOf(
    starts.map((start) => ({ start, offers: found.get(start) ?? 0 })),
    worthSorting(extent, limit),
  );
}

/** Every month that some offer starts in, one look into their index each: a few dozen at most. */
async function startsFrom(tx: Transaction, first: number): Promise<number[]> {
  const rows = await tx.execute<{ start: number }>(sql`
    with recursive found as (
      (select start from ${publicOffer} where start >= ${first} order by start limit 1)
      union all
      select (select start from ${publicOffer} where start > found.start order by start limit 1) from found where found.start is not null)
    select start from found where start is not null order by start`);
  return rows.map(({ start }) => start);
}

async function rowsOf(
  tx: Transaction,
  { starts, sorted }: MonthGroup,
  search: ResolvedSearch,
  limit: number,
  options: StatementOptions,
): Promise<CatalogueRow[]> {
  if (!sorted)
    return walkStarts(tx, search, limit, {
      ...options,
      part: sql`start between ${starts[0]} and ${starts.at(-1)}`,
    });
  await tx.execute(collecting);
  const part = hasOneOf(starts.map(startFacet));
  return [
    ...(await tx.execute<CatalogueRow>(sortedStatement(search, limit, { ...options, part }))),
  ];
}

async function walkStarts(
  tx: Transaction,
  search: ResolvedSearch,
  limit: number,
  options: StatementOptions,
): Promise<CatalogueRow[]> {
  await tx.execute(walking);
  return [...(await tx.execute<CatalogueRow>(walkedStatement(search, limit, options)))];
}
