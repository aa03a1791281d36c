import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { loadReferenceData } from "./reference-data/load";

/** Any number, as long as nothing else of the portal locks it. */
const migrationLock = 20_260_901;

/** Goes at one migration before a table that others hold gives the whole start up. */
const attempts = 12;

/** The migrations of drizzle/, the oldest first. */
export function migrations(): MigrationMeta[] {
  const migrationsFolder = fileURLToPath(new URL("../drizzle", import.meta.url));
  return readMigrationFiles({ migrationsFolder });
}

/**
 * Brings a database up to date: migrations of drizzle/, then the reference lists. Several at once
 * wait for one another, and all but the first find nothing left to do.
 * @param url of a PostgreSQL 14 or later
 * @throws what a migration fails with; those before it stay applied
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await applyMigrations(sql, migrations());
    await loadReferenceData(sql);
  } finally {
    // Ending the connection gives the lock back, whatever happened.
    await sql.end({ timeout: 5 });
  }
}

/**
 * Applies what a database does not have yet, and notes it where drizzle-kit looks for it. Each
 * migration is a transaction of its own: before PostgreSQL 17 a value added to an enum is not to
 * be used until it is committed, and drizzle's own migrator commits once at the end.
 */
export async function applyMigrations(
  sql: postgres.Sql,
  known: readonly MigrationMeta[],
): Promise<void> {
  await sql`create schema if not exists drizzle`;
  await sql`create table if not exists drizzle.__drizzle_migrations
    (id serial primary key, hash text not null, created_at bigint)`;
  const [last] = await sql`select max(created_at) as at from drizzle.__drizzle_migrations`;
  const newer = known.filter(({ folderMillis }) => folderMillis > Number(last?.at ?? 0));
  for (const migration of newer) await applyOne(sql, migration);
}

/** Locked for too long, or each waiting for the other: whoever serves meanwhile is soon done. */
const lockedOut: readonly string[] = ["55P03", "40P01"];

/** A table that stays locked makes everyone who comes after wait: rather ask again than queue. */
async function applyOne(sql: postgres.Sql, migration: MigrationMeta, attempt = 1): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      await tx`set local lock_timeout = '5s'`;
      await tx`set local statement_timeout = 0`;
      for (const statement of migration.sql) await tx.unsafe(statement);
      await tx`insert into drizzle.__drizzle_migrations (hash, created_at)
        values (${migration.hash}, ${migration.folderMillis})`;
    });
  } catch (error) {
    const isLockedOut = error instanceof postgres.PostgresError && lockedOut.includes(error.code);
    if (!isLockedOut || attempt === attempts) throw error;
    await pause(1000);
    await applyOne(sql, migration, attempt + 1);
  }
}
