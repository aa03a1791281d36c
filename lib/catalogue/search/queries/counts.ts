import "server-only";
import { and, sql, type SQL } from "drizzle-orm";
import { halfDays } from "@/lib/offer/availability/availability";
import { facetGroups, partCount } from "@/lib/offer/projection/facets";
import { intArray } from "@/lib/offer/projection/queries/facets";
import { publicOffer } from "@/lib/offer/projection/tables";
import { type FilterName, sinceDays } from "../filter";
import { type CatalogueSet, exceptOf, matching, type ResolvedSearch } from "./conditions";
import { keptRows } from "./kept-rows";
import { countFound, type SampleSize, sampleSizeOf, type SearchSize, within } from "./search-size";
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

const { commune, month, halfDay, department, term } = facetGroups;

/** Every offer has it: counted as facets are, it tells how many offers there are. */
const offerItself = 0;

/**
 * Facets of a row that are counted: all but its commune, which the map counts, its start, which
 * only an order goes by, and its part, which says nothing of it; and, as negative numbers, the ages
 * it is younger than.
 */
function countedFacets({ at }: ResolvedSearch): SQL {
  const ages = sinceDays.map(
    (days) =>
      sql`case when published_at >= ${at.toISOString()}::timestamptz - ${sql.raw(String(days))} * interval '1 day' then ${sql.raw(String(-days))} end`,
  );
  return sql`(select facet from unnest(facets || array[${sql.raw(String(offerItself))}, ${sql.join(ages, sql`, `)}]) facet where facet < ${sql.raw(String(commune.from))} or facet between ${sql.raw(`${term.from} and ${term.to}`)})`;
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
  const others = [...extent.looks.keys()].filter((set) => set !== "");
  const rows = await Promise.all([
    counted([""], told && (async () => countsTold(await told()))),
    others.length > 0 ? counted(others) : [],
  ]);
  const found = new Map(rows.flat().map(({ set, facet, offers }) => [`${set}:${facet}`, offers]));
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

type SetCount = { set: CatalogueSet; facet: number; offers: number };

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
  const [row] = await countFound(search, [""], look);
  return countFrom(row?.found ?? 0, look);
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
  const rows = sql`select facets, slots, published_at from ${publicOffer} where ${and(matching(search, exceptOf(set, search)), within(sampleSizeOf(extent, set)))}`;
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
function whenFacets({ filter: { mois, demijournee, accord } }: ResolvedSearch): SQL {
  const slotMonth = sql.raw(`slot / ${halfDays.length}`);
  const slotHalfDay = sql.raw(`slot % ${halfDays.length}`);
  const facetsOn = (from: number, facet: SQL, other: SQL, chosen: readonly number[]) => {
    const least = accord === "tous" ? chosen.length : 1;
    return sql`(select ${sql.raw(String(from))} + ${facet} as facet from unnest(slots) slot where ${other} = any(${intArray(chosen)}) group by 1 having count(*) >= ${least})`;
  };
  const inMonths =
    mois.length === 0
      ? facetsBetween(halfDay)
      : facetsOn(halfDay.from, slotHalfDay, slotMonth, mois);
  const onHalfDays =
    demijournee.length === 0
      ? facetsBetween(month)
      : facetsOn(
          0,
          slotMonth,
          slotHalfDay,
          demijournee.map((each) => halfDays.indexOf(each)),
        );
  return sql`(select facet from ${inMonths} half_days union all select facet from ${onHalfDays} months)`;
}
