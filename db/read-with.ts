import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/**
 * A column whose value is parsed as it is read: stored rows are older than some fields. The tables
 * do not know what their JSON means, so what is read without this is `unknown`.
 */
export function readWith<T>(column: PgColumn | SQL.Aliased, read: (stored: unknown) => T): SQL<T> {
  return sql<T>`${column}`.mapWith(read);
}
