import { Socket } from "node:net";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema/index";
import { env } from "@/lib/platform/environment/env";
import type { Database } from "./database-types";
import { type Driver, guarded } from "./driver";
import { keepValuesOutOfErrors } from "./failed-query";
import { transactionOnce } from "./once";
import { Pulse } from "./pulse";
import { storeOnlyText } from "./storable-text";

export type { Executor, Transaction } from "./database-types";

interface Pool {
  sql: postgres.Sql;
  sockets: Set<Socket>;
}

interface Connection {
  pools: readonly Pool[];
  driver: Driver;
  db: Database;
}

/** Connections, and so statements at once. */
const connections = 10;

/**
 * What each connection is opened with. A statement that outlives its limit helps nobody who waits
 * for a page (lib/platform/database/pulse.ts relies on it). Each is answered by one process and as
 * it is: pages are many at once, and helpers and compiled code take longer to start (30 ms) than
 * they save. In words: the driver leaves out what is 0 or false.
 */
export const settings = {
  application_name: "portail",
  statement_timeout: 15_000,
  lock_timeout: 10_000,
  max_parallel_workers_per_gather: "0",
  jit: "off",
};

// One pool per process, kept across the development server's reloads.
const holder = globalThis as typeof globalThis & {
  portalConnection?: Connection;
  portalPulse?: Pulse;
};

function connection(): Connection {
  holder.portalConnection ??= open();
  return holder.portalConnection;
}

function open(): Connection {
  const options = { idle_timeout: 60, connection: settings };
  const many = connect({ max: connections, ...options });
  // The driver lets a script begin and commit only where no other statement can come in between.
  const one = connect({ max: 1, ...options });
  const first = connect({ max: 1, ...options });
  const driver = guarded({ many: many.sql, alone: one.sql, first: first.sql }, connections, pulse);
  const db = drizzle(driver as unknown as postgres.Sql, { schema });
  // After Drizzle, which sets serializers of its own.
  storeOnlyText(many.sql);
  keepValuesOutOfErrors();
  return { pools: [many, one, first], driver, db };
}

/**
 * A pool whose sockets are known, so that those of a server that is stopped can be thrown away: it
 * would never close them.
 */
function connect(options: postgres.Options<Record<string, never>>): Pool {
  const sockets = new Set<Socket>();
  let turn = 0;
  const socket = ({
    host,
    port,
    path,
  }: {
    host: string[];
    port: number[];
    path: string | false;
  }): Socket => {
    for (const old of sockets) if (old.destroyed) sockets.delete(old);
    const at = turn++ % host.length;
    const made = Object.assign(new Socket(), { host: host[at], port: port[at] });
    sockets.add(made);
    return path ? made.connect(path) : made.connect(port[at] ?? 5432, host[at] ?? "localhost");
  };
  const all: postgres.Options<Record<string, never>> & { socket: typeof socket } = {
    connect_timeout: 3,
    // Seconds before the next attempt. Every caller counts as one, so the driver's own waits soon
    // reach 20 s.
    backoff: (attempts) => Math.min(0.1 * 2 ** attempts, 1),
    onnotice: () => undefined,
    socket,
    ...options,
  };
  return { sql: postgres(env.databaseUrl, all), sockets };
}

function pulse(): Pulse {
  holder.portalPulse ??= startPulse();
  return holder.portalPulse;
}

function startPulse(): Pulse {
  let own: Pool | undefined;
  const beat = async () => {
    own ??= connect({
      max: 1,
      idle_timeout: 5,
      connection: { application_name: "portail, signe de vie" },
    });
    try {
      await own.sql`select 1`;
      return true;
    } catch (error) {
      // Too many connections: busy, and so alive.
      return (error as { code?: unknown }).code === "53300";
    }
  };
  const giveUp = () => {
    if (own) discard(own, 0);
    own = undefined;
  };
  const lost = (how: "atOnce" | "whenDone") => {
    const old = holder.portalConnection;
    delete holder.portalConnection;
    for (const pool of old?.pools ?? []) discard(pool, how === "atOnce" ? 0 : 20);
  };
  return new Pulse({ beat, giveUp, lost });
}

/**
 * Ends a pool after that many seconds at most. Without any left, its sockets are not waited for.
 */
function discard({ sql, sockets }: Pool, seconds: number): void {
  const ended = sql.end({ timeout: seconds }).catch(() => undefined);
  if (seconds > 0) return;
  // Not before the driver is done: over TLS it would still write to them, and the error of that is
  // nobody's and ends the process.
  void ended.then(() => {
    for (const socket of sockets) socket.destroy();
  });
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
export function driver(): Driver {
  return connection().driver;
}

export async function closeDatabase(): Promise<void> {
  const { portalConnection: open, portalPulse: watching } = holder;
  delete holder.portalConnection;
  delete holder.portalPulse;
  watching?.stop();
  await Promise.all(open?.pools.map(({ sql }) => sql.end({ timeout: 5 })) ?? []);
}
