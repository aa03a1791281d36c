import "server-only";
import type { SQL } from "drizzle-orm";
import { db } from "@/lib/platform/database/client";
import { keyOf, store, storedValue } from "@/lib/platform/load/store";

/** About 3,000 searches. */
const counts = store("counts", 16 * 1024 * 1024);

/**
 * What a statement counts in the catalogue, asked once for each version of it: the statement and
 * its values are the key, so that nothing it depends on can be missing there.
 * @param version read before (`catalogueVersion`): what is counted is at least as new
 * @param statement reads nothing but the catalogue and what changes with the code; has no clock of
 * its own
 */
export function keptCounts<Row extends Record<string, unknown>>(
  version: string,
  statement: SQL,
): Promise<Row[]> {
  // Not sent before it is awaited.
  const asking = db.execute<Row>(statement);
  const { sql, params } = asking.getQuery();
  return storedValue(counts, keyOf("counts", version, sql, params), async () => {
    const rows: readonly unknown[] = await asking;
    return rows as Row[];
  });
}
