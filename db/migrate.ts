import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { loadReferenceData } from "./seed/reference-data";

/** Any number, as long as nothing else of the portal locks it. */
const migrationLock = 20_260_901;

/**
 * Brings a database up to date: migrations of drizzle/, then the reference lists. Several at once wait for one another,
 * and all but the first find nothing left to do.
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    const migrationsFolder = fileURLToPath(new URL("../drizzle", import.meta.url));
    await applyMigrations(drizzle(sql), { migrationsFolder });
    await loadReferenceData(sql);
  } finally {
    // Ending the connection gives the lock back, whatever happened.
    await sql.end({ timeout: 5 });
  }
}
