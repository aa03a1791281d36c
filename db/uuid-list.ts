import { type SQL, sql } from "drizzle-orm";

/** Ids as one parameter, to compare with `= any(…)` or `<> all(…)`: a statement takes 65,535 of them, a region has more offers. */
export function uuidList(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}
