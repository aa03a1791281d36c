import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { publicOffer } from "../tables";

export const intArray = (numbers: readonly number[]) => sql`${`{${numbers.join(",")}}`}::int4[]`;

export function hasOneOf(facets: readonly number[]): SQL {
  return sql`${publicOffer.facets} && ${intArray(facets)}`;
}

export function hasAllOf(facets: readonly number[]): SQL {
  return sql`${publicOffer.facets} @> ${intArray(facets)}`;
}

/** One of what {@link termInDepartment} and {@link slotInDepartment} name. */
export function hasOneInDepartment(facets: readonly number[]): SQL {
  return sql`${publicOffer.departmentFacets} && ${intArray(facets)}`;
}
