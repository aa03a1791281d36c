import "server-only";
import type { SQL } from "drizzle-orm";
import { db } from "@/lib/platform/database/client";
import { keyOf, store, storedValue } from "@/lib/platform/load/store";

/** About 3,000 searches. */
const rows = store("rows", 16 * 1024 * 1024);

/**
 * What a statement counts or reads in the catalogue, asked once for each version of it: the
 * statement and its values are the key, so that nothing it depends on can be missing there.
 * @param version read before (`catalogueVersion`): what is read is at least as new
 * @param statement reads nothing but the catalogue and what changes with the code; has no clock of
 * its own
 * @param ask reads the same rows in another way
 */
export function keptRows<Row extends Record<string, unknown>>(
  version: string,
  statement: SQL,
  ask?: () => Promise<Row[]>,
): Promise<Row[]> {
  // Not sent before it is awaited.
  const asking = db.execute<Row>(statement);
  const { sql, params } = asking.getQuery();
  return storedValue(rows, keyOf("rows", version, sql, params), async () => {
    const read: readonly unknown[] = await (ask?.() ?? asking);
    return read as Row[];
  });
}
