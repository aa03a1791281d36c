import "server-only";
import { and, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import { months } from "@/lib/offer/availability";
import { startFacet } from "../facets";
import { type Stage, stagesOf } from "../stages";
import { hasOneOf, isNarrow, matching, type ResolvedSearch } from "./conditions";
import { type Extent, inSample, sampledOf } from "./extent";
import { cursorOf } from "./order";
import { type CatalogueRow, collecting, sortedStatement, walkedStatement, walking, worthSorting } from "./statements";

/** Those that start first, of a search that finds too much to be sorted as a whole. */
export async function soonest(search: ResolvedSearch, extent: Extent, limit: number): Promise<CatalogueRow[]> {
  return db.transaction(
    async (tx) => {
      const rows: CatalogueRow[] = [];
      for (const stage of await stagesFor(tx, search, extent, limit)) {
        if (rows.length < limit) rows.push(...(await rowsOf(tx, stage, search, extent, limit - rows.length)));
      }
      return rows;
    },
    // An offer that changes meanwhile is still in one stage only.
    { accessMode: "read only", isolationLevel: "repeatable read" },
  );
}

async function stagesFor(tx: Transaction, search: ResolvedSearch, extent: Extent, limit: number): Promise<Stage[]> {
  const first = cursorOf(search)?.key ?? 0;
  if (!isNarrow(search)) return [{ from: first, to: months.length, sorted: false }];
  const counted = await tx.execute<{ start: number; offers: number }>(sql`select start, count(*)::int as offers from ${publicOffer} where ${and(inSample, matching(search))} group by start`);
  const found = new Map(counted.map(({ start, offers }) => [start, offers * sampledOf]));
  return stagesOf(Array.from({ length: months.length + 1 }, (_, start) => found.get(start) ?? 0), first, worthSorting(extent, limit));
}

async function rowsOf(tx: Transaction, { from, to, sorted }: Stage, search: ResolvedSearch, extent: Extent, limit: number): Promise<CatalogueRow[]> {
  await tx.execute(sorted ? collecting : walking);
  if (!sorted) return [...(await tx.execute<CatalogueRow>(walkedStatement(search, limit, sql`start between ${from} and ${to}`)))];
  const starts = Array.from({ length: to - from + 1 }, (_, month) => startFacet(from + month));
  const [found] = await tx.execute<{ page: CatalogueRow[] | null }>(sortedStatement(search, extent, limit, hasOneOf(starts)));
  return found?.page ?? [];
}
