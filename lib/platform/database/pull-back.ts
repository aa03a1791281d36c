import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db } from "./client";

/**
 * Makes stored instants that have not come yet the present one: a clock that was ahead wrote them,
 * and whoever waits a while after the last time would wait until then. The wait counts from now.
 * @param column of when something was done last
 * @param options.to an earlier instant to put there
 * @param options.unless rows that stay as they are
 */
export async function pullBack(
  column: PgColumn,
  at: Date,
  { to = at, unless = sql`false` }: { to?: Date; unless?: SQL } = {},
): Promise<void> {
  const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`;
  await db.execute(
    sql`update ${column.table} set ${sql.identifier(column.name)} = ${instant(to)}
      where ${column} > ${instant(at)} and not (${unless})`,
  );
}
