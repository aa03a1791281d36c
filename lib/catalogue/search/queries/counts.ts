import "server-only";
import { and, sql, type SQL } from "drizzle-orm";
import { halfDays } from "@/lib/offer/availability/availability";
import { facetGroups, partCount } from "@/lib/offer/projection/facets";
import { intArray } from "@/lib/offer/projection/queries/facets";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { type FilterName, sinceDays } from "../filter";
import { type CatalogueSet, exceptOf, matching, type ResolvedSearch } from "./conditions";
import { type SampleSize, sampleSizeOf, type SearchSize, within } from "./search-size";

/** How many offers: exactly, or drawn from a part of a large catalogue. */
export interface Count {
  value: number;
  exact: boolean;
}

export interface FacetCounts {
  total: Count;
  /** Of all that is found, those of which every month is over. */
  elapsed: Count;
  /**
   * Offers there would be with one facet more; in the group it belongs to, whatever is chosen
   * there.
   */
  of: (narrowing: FilterName, facet: number) => Count;
  /** Offers published within so many days. */
  since: (days: number) => Count;
}

/** A facet and how many of the offers that were looked at have it. */
export type FacetRow = readonly [facet: number, offers: number];

const { part, commune, start, month, halfDay, department, term } = facetGroups;

/**
 * Facets of a row that are counted: all but its commune, which the map counts, and its start, which
 * only an order goes by; and, as negative numbers, the ages it is younger than.
 */
export function countedFacets({ at }: ResolvedSearch): SQL {
  const ages = sinceDays.map(
    (days) =>
      sql`case when published_at >= ${at.toISOString()}::timestamptz - ${sql.raw(String(days))} * interval '1 day' then ${sql.raw(String(-days))} end`,
  );
  return sql`(select facet from unnest(facets || array[${sql.join(ages, sql`, `)}]) facet where facet not between ${sql.raw(`${commune.from} and ${start.to}`)})`;
}

/** What so many offers stand for that a look took in. */
export function countFrom(offers: number, look: SampleSize): Count {
  return look === "all"
    ? { value: offers, exact: true }
    : { value: rounded((offers * partCount) / look), exact: false };
}

/** Two figures that mean something. */
function rounded(value: number): number {
  if (value < 10) return Math.round(value);
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / step) * step;
}

/**
 * Counts beside every choice. Reads the read model only. Public.
 * @param own the search's own facets, where its page counts them too
 */
export async function facetCounts(
  search: ResolvedSearch,
  extent: SearchSize,
  own: Promise<readonly FacetRow[]> | null = null,
): Promise<FacetCounts> {
  const sets = [...extent.looks.keys()].filter((set) => set !== "" || own === null);
  const counting =
    sets.length === 0
      ? []
      : db.execute<{ set: CatalogueSet; facet: number; offers: number }>(
          countsStatement(search, extent, sets),
        );
  const [rows, known] = await Promise.all([counting, own]);
  const found = new Map<string, number>(
    (known ?? []).map(([facet, offers]) => [`:${facet}`, offers]),
  );
  for (const { set, facet, offers } of rows) found.set(`${set}:${facet}`, offers);
  const total = [...found].reduce(
    (sum, [key, offers]) =>
      key.startsWith(":") && isPart(Number(key.slice(1))) ? sum + offers : sum,
    0,
  );
  const of = (narrowing: FilterName, facet: number) => {
    const set = extent.looks.has(narrowing) ? narrowing : "";
    return countFrom(found.get(`${set}:${facet}`) ?? 0, sampleSizeOf(extent, set));
  };
  const elapsed = countFrom(found.get(`:${facetGroups.elapsed.from}`) ?? 0, sampleSizeOf(extent));
  return {
    total: countFrom(total, sampleSizeOf(extent)),
    elapsed,
    of,
    since: (days) => of("depuis", -days),
  };
}

/** Every offer is in one part: their numbers add up to all offers. */
function isPart(facet: number): boolean {
  return facet >= part.from && facet <= part.to;
}

export function countsStatement(
  search: ResolvedSearch,
  extent: SearchSize,
  sets: readonly CatalogueSet[],
): SQL {
  return sql.join(
    sets.map((set) => countsOfSet(search, extent, set)),
    sql` union all `,
  );
}

function countsOfSet(search: ResolvedSearch, extent: SearchSize, set: CatalogueSet): SQL {
  const rows = sql`select facets, slots, published_at from ${publicOffer} where ${and(matching(search, exceptOf(set)), within(sampleSizeOf(extent, set)))}`;
  return sql`select ${set}::text as set, facet, count(*)::int as offers from (${rows}) found, lateral ${facetsForSet(search, set)} counted group by facet`;
}

/** Of a set that leaves a narrowing out, only that narrowing's own choices are shown. */
function facetsForSet(search: ResolvedSearch, set: CatalogueSet): SQL {
  switch (set) {
    case "quand":
      return whenFacets(search);
    case "theme":
    case "public":
    case "terrain":
      return facetsBetween(term);
    case "departement":
      return facetsBetween(department);
    default:
      return countedFacets(search);
  }
}

function facetsBetween({ from, to }: { from: number; to: number }): SQL {
  return sql`(select facet from unnest(facets) facet where facet between ${sql.raw(`${from} and ${to}`)})`;
}

/**
 * Months on the half-days that are chosen, and half-days in the months that are chosen: what one
 * more choice leads to.
 */
function whenFacets({ filter: { mois, demijournee } }: ResolvedSearch): SQL {
  const perMonth = halfDays.length;
  const inMonths =
    mois.length === 0
      ? facetsBetween(halfDay)
      : sql`(select distinct ${halfDay.from} + slot % ${perMonth} as facet from unnest(slots) slot where slot / ${perMonth} = any(${intArray(mois)}))`;
  const onHalfDays =
    demijournee.length === 0
      ? facetsBetween(month)
      : sql`(select distinct slot / ${perMonth} as facet from unnest(slots) slot where slot % ${perMonth} = any(${intArray(demijournee.map((each) => halfDays.indexOf(each)))}))`;
  return sql`(select facet from ${inMonths} half_days union all select facet from ${onHalfDays} months)`;
}
