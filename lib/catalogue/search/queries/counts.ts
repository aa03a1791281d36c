import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { facetGroups, partCount } from "@/lib/offer/projection/facets";
import type { FilterName } from "../filter";
import type { CatalogueSet, ResolvedSearch } from "./conditions";
import { countedFacets, facetsForSet, offerItself, type SetCount } from "./counted-facets";
import { keptRows } from "./kept-rows";
import {
  countFound,
  type SampleSize,
  sampleSizeOf,
  type SearchSize,
  seenOfSet,
} from "./search-size";
import type { Told } from "./statements";

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
 * @param told reads what was told with the page of the search (`foundCounts`), where it was
 */
export async function facetCounts(
  search: ResolvedSearch,
  extent: SearchSize,
  told?: () => Promise<unknown>,
): Promise<FacetCounts> {
  const counted = (sets: CatalogueSet[], ask?: () => Promise<SetCount[]>) =>
    keptRows(search.version, countsStatement(search, extent, sets), ask);
  const others = [...extent.looks.keys()].filter((set) => set !== "" && !extent.counted?.has(set));
  const rows = await Promise.all([
    counted([""], told && (async () => countsTold(await told()))),
    others.length > 0 ? counted(others) : [],
  ]);
  const all = [...rows, ...(extent.counted?.values() ?? [])].flat();
  const found = new Map(all.map(({ set, facet, offers }) => [`${set}:${facet}`, offers]));
  const inSet = (set: CatalogueSet, facet: number) =>
    countFrom(found.get(`${set}:${facet}`) ?? 0, sampleSizeOf(extent, set));
  const of = (narrowing: FilterName, facet: number) =>
    inSet(extent.looks.has(narrowing) ? narrowing : "", facet);
  return {
    total: inSet("", offerItself),
    elapsed: inSet("", facetGroups.elapsed.from),
    of,
    since: (days) => of("depuis", -days),
  };
}

/** What a search finds counted by facet, where its page is read from all of it (`comesWhole`). */
export function foundCounts(search: ResolvedSearch): Told {
  return {
    columns: sql`facets`,
    value: sql`(select jsonb_object_agg(facet, offers) from (select facet, count(*) as offers from matched, lateral ${countedFacets(search)} counted group by facet) each)`,
  };
}

function countsTold(told: unknown): SetCount[] {
  return Object.entries((told ?? {}) as Record<string, number>).map(([facet, offers]) => ({
    set: "",
    facet: Number(facet),
    offers,
  }));
}

/** How many offers are found, told with their page in the same way. */
export const foundTotal: Told = { value: sql`(select count(*)::int from matched)` };

/** Of {@link facetCounts} the total alone: the same number. Public. */
export async function totalFound(search: ResolvedSearch, extent: SearchSize): Promise<Count> {
  if (extent.isCounted) return { value: extent.found, exact: true };
  const look = sampleSizeOf(extent);
  return countFrom(await countFound(search, look), look);
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
  const rows = seenOfSet(search, set, sampleSizeOf(extent, set));
  return sql`select ${set}::text as set, facet, count(*)::int as offers from (${rows}) found, lateral ${facetsForSet(search, set)} counted group by facet`;
}
