import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { halfDays } from "@/lib/offer/availability/availability";
import { facetGroups } from "@/lib/offer/projection/facets";
import { intArray } from "@/lib/offer/projection/queries/facets";
import { sinceDays } from "../filter";
import type { CatalogueSet, ResolvedSearch } from "./conditions";

/** How many offers of a set have a facet. */
export type SetCount = { set: CatalogueSet; facet: number; offers: number };

const { commune, month, halfDay, department, term } = facetGroups;

/** Every offer has it: counted as facets are, it tells how many offers there are. */
export const offerItself = 0;

/**
 * Facets of a row that are counted: all but its commune, which the map counts, its start, which
 * only an order goes by, and its part, which says nothing of it; and, as negative numbers, the ages
 * it is younger than.
 */
export function countedFacets({ at }: ResolvedSearch): SQL {
  const ages = sinceDays.map(
    (days) =>
      sql`case when published_at >= ${at.toISOString()}::timestamptz - ${sql.raw(String(days))} * interval '1 day' then ${sql.raw(String(-days))} end`,
  );
  return sql`(select facet from unnest(facets || array[${sql.raw(String(offerItself))}, ${sql.join(ages, sql`, `)}]) facet where facet < ${sql.raw(String(commune.from))} or facet between ${sql.raw(`${term.from} and ${term.to}`)})`;
}

/** Of a set that leaves a narrowing out, only that narrowing's own choices are shown. */
export function facetsForSet(search: ResolvedSearch, set: CatalogueSet): SQL {
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
