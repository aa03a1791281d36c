import "server-only";
import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db } from "./client";

/**
 * Makes stored instants that have not come yet the present one: a clock that was ahead wrote them,
 * and whoever waits a while after the last time would wait until then. The wait counts from now.
 * @param column of when something was done last
 */
export async function pullBack(column: PgColumn, at: Date): Promise<void> {
  const present = sql`${at.toISOString()}::timestamptz`;
  await db.execute(
    sql`update ${column.table} set ${sql.identifier(column.name)} = ${present}
      where ${column} > ${present}`,
  );
}
