import { type SQL, sql } from "drizzle-orm";

/**
 * Ids as one parameter, to compare with `= any(…)` or `not in (select unnest(…))`: a statement
 * takes 65,535 of them, a region has more offers. PostgreSQL 14 walks the list for each row of `<>
 * all`.
 */
export function uuidList(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}
