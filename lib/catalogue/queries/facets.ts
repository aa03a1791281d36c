import "server-only";
import { and, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import { facetGroups, partCount } from "../facets";
import { type Narrowing, sinceDays } from "../filter";
import { activeNarrowings, matching, type ResolvedSearch } from "./conditions";
import { type Extent, inParts, isExact } from "./size";

/** How many offers, exactly or drawn from a part of the catalogue. */
export interface Count {
  value: number;
  exact: boolean;
}

export interface FacetCounts {
  total: Count;
  /** Offers there would be with one facet more, by facet; in the group it belongs to, whatever is chosen there. */
  of: (narrowing: Narrowing, facet: number) => Count;
  /** Offers published within so many days. */
  since: (days: number) => Count;
  /** Offers there would be without a narrowing. */
  without: (narrowing: Narrowing) => Count;
}

type Row = { part: string; facet: number; offers: number };

/** Narrowings whose choices are counted without themselves: choosing a second theme adds offers. */
const widening: readonly Narrowing[] = ["theme", "public", "departement", "quand", "terrain", "depuis"];

const { part, commune } = facetGroups;
// Communes are many, and no choice: the map counts them.
const isCounted = sql`facet not between ${sql.raw(String(commune.from))} and ${sql.raw(String(commune.to))}`;

/** Counts beside every choice, in one statement. Reads the read model only. Public. */
export async function facetCounts(search: ResolvedSearch, extent: Extent): Promise<FacetCounts> {
  const active = activeNarrowings(search).filter((narrowing) => widening.includes(narrowing));
  const counted = ["", ...active].map((name) => {
    const except = name === "" ? [] : [name as Narrowing];
    return sql`select ${name}::text as part, facet, count(*)::int as offers from (select ${publicOffer.facets} as facets from ${publicOffer} where ${and(matching(search, except), inParts(extent))}) found, unnest(facets) facet where ${isCounted} group by facet`;
  });
  const published = sql`select 'since' as part, days as facet, count(*)::int as offers from ${publicOffer}, unnest(${`{${sinceDays.join(",")}}`}::int[]) days where ${and(matching(search, ["depuis"]), inParts(extent), sql`${publicOffer.publishedAt} >= ${search.at.toISOString()}::timestamptz - days * interval '1 day'`)} group by days`;
  const rows = await db.execute<Row>(sql.join([...counted, published], sql` union all `));
  return countsFrom([...rows], extent);
}

/** What so many rows of the parts that were looked at stand for. */
export function countFrom(offers: number, extent: Extent): Count {
  return { value: isExact(extent) ? offers : rounded((offers * partCount) / extent.parts), exact: isExact(extent) };
}

function countsFrom(rows: readonly Row[], extent: Extent): FacetCounts {
  const found = new Map(rows.map(({ part: name, facet, offers }) => [`${name}:${facet}`, offers]));
  const groups = new Set(rows.map(({ part: name }) => name));
  const count = (offers: number) => countFrom(offers, extent);
  // Every offer is in one part.
  const totals = new Map<string, number>();
  for (const { part: name, facet, offers } of rows) if (facet >= part.from && facet <= part.to) totals.set(name, (totals.get(name) ?? 0) + offers);
  return {
    total: count(totals.get("") ?? 0),
    of: (narrowing, facet) => count(found.get(`${groups.has(narrowing) ? narrowing : ""}:${facet}`) ?? 0),
    since: (days) => count(found.get(`since:${days}`) ?? 0),
    without: (narrowing) => count(totals.get(narrowing) ?? totals.get("") ?? 0),
  };
}

/** Two figures that mean something. */
export function rounded(value: number): number {
  if (value < 10) return Math.round(value);
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / step) * step;
}
