import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import { partCount, partFacet } from "../facets";
import { hasAllOf, hasOneOf, isNarrow, matching, type ResolvedSearch } from "./conditions";

/** Offers a search may find before its counts are drawn from a part of the catalogue, and its order walked instead of sorted. */
const countedOneByOne = 6_000;
/** Offers that are counted then: enough that a choice of one in twenty is told within a tenth. */
const drawn = 4_000;
/** A catalogue that is small as a whole is counted whole: that is every region there is. */
const small = 20_000;

/** How much of the catalogue a search has to look at. */
export interface Extent {
  /** How many of its 64 parts; all of them when what is counted is exact. */
  parts: number;
  /** Roughly how many offers match. */
  about: number;
}

export const whole: Extent = { parts: partCount, about: 0 };

const remembered: { rows: number; until: number } = { rows: 0, until: 0 };

/** Offers in the catalogue, as PostgreSQL remembers them: what matters is their order of magnitude. */
async function catalogueSize(): Promise<number> {
  if (remembered.until > Date.now()) return remembered.rows;
  const [row] = await db.execute<{ rows: number }>(sql`select greatest(reltuples, 0)::int as rows from pg_class where oid = ${"public_offer"}::regclass`);
  remembered.rows = row?.rows ?? 0;
  remembered.until = Date.now() + 10_000;
  return remembered.rows;
}

/** Looks at one part of the catalogue to learn how much of it a search finds (docs/decisions/0014-counts.md). */
export async function extentOf(search: ResolvedSearch): Promise<Extent> {
  const size = await catalogueSize();
  if (size <= small) return whole;
  if (!isNarrow(search)) return { parts: partsFor(size / partCount), about: size };
  const [row] = await db.execute<{ found: number }>(sql`select count(*)::int as found from ${publicOffer} where ${matching(search)} and ${hasAllOf([partFacet(0)])}`);
  const found = row?.found ?? 0;
  const about = found * partCount;
  return about <= countedOneByOne ? { ...whole, about } : { parts: partsFor(found), about };
}

function partsFor(foundInOne: number): number {
  return Math.max(1, Math.min(partCount, Math.ceil(drawn / foundInOne)));
}

export function isExact({ parts }: Extent): boolean {
  return parts === partCount;
}

/** Rows of the parts that are looked at; nothing to add when all of them are. */
export function inParts(extent: Extent): SQL | undefined {
  return isExact(extent) ? undefined : hasOneOf(Array.from({ length: extent.parts }, (_, index) => partFacet(index)));
}
