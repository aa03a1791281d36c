import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/platform/env";
import { keepValuesOutOfErrors } from "./failed-query";
import { transactionOnce } from "./once";
import * as schema from "./schema";
import { storeOnlyText } from "./storable-text";

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** Either: for reads that also run inside a transaction. */
export type Executor = Database | Transaction;

interface Connection {
  sql: postgres.Sql;
  db: Database;
}

// One pool per process, kept across the development server's reloads.
const holder = globalThis as typeof globalThis & { portalConnection?: Connection };

function connection(): Connection {
  holder.portalConnection ??= open();
  return holder.portalConnection;
}

function open(): Connection {
  const sql = postgres(env.databaseUrl, {
    max: 10,
    connect_timeout: 5,
    idle_timeout: 60,
    // Seconds before the next attempt. Every caller counts as one, so the driver's own waits soon reach 20 s; a database
    // that is back is found within two.
    backoff: (attempts) => Math.min(0.1 * 2 ** attempts, 2),
    // A statement that outlives this helps nobody who waits for a page. Each is answered by one process and as it is: pages
    // are many at once, and helpers and compiled code take longer to start (30 ms) than they save. In words: the driver
    // leaves out what is 0 or false.
    connection: { application_name: "portail", statement_timeout: 15_000, lock_timeout: 10_000, max_parallel_workers_per_gather: "0", jit: "off" },
    onnotice: () => undefined,
  });
  const db = drizzle(sql, { schema });
  // After Drizzle, which sets serializers of its own.
  storeOnlyText(sql);
  keepValuesOutOfErrors();
  return { sql, db };
}

/** Drizzle over the pool; opened at first use, so that a build needs no database. */
export const db: Database = new Proxy({} as Database, {
  get(_, name) {
    // Not lazy(): a pool that was closed has to open again at the next use.
    const target = connection().db;
    if (name === "transaction") return transactionOnce.bind(null, target);
    const value: unknown = Reflect.get(target, name, target);
    return typeof value === "function" ? (value.bind(target) as unknown) : value;
  },
});

/** The driver under Drizzle, for what speaks plain SQL (pg-boss). */
export function driver(): postgres.Sql {
  return connection().sql;
}

export async function closeDatabase(): Promise<void> {
  const open = holder.portalConnection;
  delete holder.portalConnection;
  await open?.sql.end({ timeout: 5 });
}
