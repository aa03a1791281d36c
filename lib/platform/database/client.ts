import { Socket } from "node:net";
import { promisify } from "node:util";
import { drizzle } from "drizzle-orm/postgres-js";
import pLimit from "p-limit";
import postgres from "postgres";
import * as schema from "@/db/schema/index";
import { env } from "@/lib/platform/environment/env";
import { noteUnavailable } from "@/lib/platform/environment/request-state";
import { Admission } from "@/lib/platform/load/admission";
import type { Database } from "./database-types";
import { DatabaseUnavailableError, isDatabaseGivenUp, isUnavailable } from "./errors";
import { keepValuesOutOfErrors } from "./failed-query";
import { transactionOnce } from "./once";
import { OftenAsked } from "./often-asked";
import { Pulse } from "./pulse";
import { storeOnlyText } from "./storable-text";

export type { Executor, Transaction } from "./database-types";

/** What of the driver is used: everything that waits for the database comes by here. */
export interface Driver extends Pick<postgres.Sql, "unsafe" | "begin"> {
  /** A script that brings its own BEGIN and COMMIT (pg-boss). Scripts run one after the other. */
  script: (text: string) => Promise<unknown>;
  /** A short statement without values that waits for nobody: what many others wait for. */
  ahead: (text: string) => Promise<readonly unknown[]>;
}

/** What a transaction of the driver can do besides. */
export interface Copier {
  /** @param statement a COPY from STDIN, which takes these bytes */
  copy: (statement: string, bytes: Iterable<Buffer>) => Promise<void>;
}

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
/** Milliseconds for which somebody waits for one. */
const patience = 10_000;

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
  const options = {
    idle_timeout: 60,
    // A statement that outlives this helps nobody who waits for a page
    // (lib/platform/database/pulse.ts relies on it). Each is answered by one process and as it is:
    // pages are many at once, and helpers and compiled code take longer to start (30 ms) than they
    // save. In words: the driver leaves out what is 0 or false.
    connection: {
      application_name: "portail",
      statement_timeout: 15_000,
      lock_timeout: 10_000,
      max_parallel_workers_per_gather: "0",
      jit: "off",
    },
  };
  const many = connect({ max: connections, ...options });
  // The driver lets a script begin and commit only where no other statement can come in between.
  const one = connect({ max: 1, ...options });
  const first = connect({ max: 1, ...options });
  const driver = guarded(many.sql, one.sql, first.sql);
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

/**
 * Waits for a connection no longer than its patience, and for the database no longer than it lives.
 */
function guarded(sql: postgres.Sql, alone: postgres.Sql, first: postgres.Sql): Driver {
  const places = new Admission({ atWork: connections, waiting: Infinity, patience });
  const inPlace = async <T>(work: () => PromiseLike<T>, isStatement: boolean): Promise<T> => {
    let leave = await places.enter();
    try {
      if (!leave)
        throw new DatabaseUnavailableError("No connection to the database was free in time.");
      const begun = () => {
        // Its place is taken until the driver is done with it, even if nobody waits any more.
        const leaveAtEnd = leave;
        leave = null;
        return Promise.resolve(work()).finally(leaveAtEnd);
      };
      return await pulse().watch(begun, { isStatement });
    } catch (error) {
      leave?.();
      throw noted(error);
    }
  };
  const begin = (...given: unknown[]) => {
    const work = given.at(-1) as (tx: postgres.TransactionSql) => unknown;
    const options = given.length > 1 ? [given[0] as string] : [];
    return inPlace(() => {
      // The driver would first wait for a rollback over a connection that is dead.
      let giveUp: (error: unknown) => void = () => undefined;
      const dead = new Promise<never>((_, fail) => (giveUp = fail));
      const inside = (tx: postgres.TransactionSql) => work(guardedTransaction(tx, giveUp));
      return Promise.race([
        (sql.begin as (...all: unknown[]) => Promise<unknown>)(...options, inside),
        dead,
      ]);
    }, false);
  };
  const often = new OftenAsked();
  const unsafe = (...[text, values]: Parameters<postgres.Sql["unsafe"]>) => {
    const prepare = often.ask(text);
    return askedLater((asLists) =>
      inPlace(() => asked(sql, [text, values, { prepare }], asLists), true),
    );
  };
  const turns = pLimit(1);
  const script = (text: string) => turns(() => inPlace(() => runScript(alone, text), false));
  const ahead = (text: string) =>
    pulse()
      .watch(() => first.unsafe(text), { isStatement: true })
      .catch((error: unknown) => Promise.reject(noted(error) as Error));
  return { options: sql.options, unsafe, begin, script, ahead } as unknown as Driver;
}

/** @returns the same; the request under way is told what it met */
function noted(error: unknown): unknown {
  if (isUnavailable(error)) noteUnavailable();
  return error;
}

async function runScript(sql: postgres.Sql, text: string): Promise<unknown> {
  try {
    return await sql.unsafe(text);
  } catch (error) {
    // What the script began is still open, and the next one would fail in it.
    await sql.unsafe("rollback").catch(() => undefined);
    throw error;
  }
}

/**
 * A transaction has its place; each of its statements is watched. One that lifts the server's limit
 * lifts this one.
 * @param giveUp told when a statement was lost
 */
function guardedTransaction(
  tx: postgres.TransactionSql,
  giveUp: (error: unknown) => void,
): postgres.TransactionSql {
  let isLimited = true;
  const watched = async <T>(work: () => PromiseLike<T>): Promise<T> => {
    try {
      return await pulse().watch(work, { isStatement: isLimited });
    } catch (error) {
      if (isDatabaseGivenUp(error)) giveUp(error);
      throw error;
    }
  };
  const unsafe = (...given: Parameters<postgres.Sql["unsafe"]>) => {
    isLimited &&= !given[0].includes("statement_timeout");
    return askedLater((values) => watched(() => asked(tx, given, values)));
  };
  const copy: Copier["copy"] = (statement, bytes) =>
    watched(async () => {
      const sink = await tx.unsafe(statement).writable();
      // Each write says its own.
      sink.on("error", () => undefined);
      const write = promisify((piece: Buffer, told: (error?: Error | null) => void) =>
        sink.write(piece, told),
      );
      for (const piece of bytes) await write(piece);
      sink.end();
      // The driver says nothing of what Postgres did not take; the statement after it fails.
      await tx.unsafe("select");
    });
  const savepoint = (work: (inner: postgres.TransactionSql) => unknown) =>
    tx.savepoint((inner) => work(guardedTransaction(inner, giveUp)));
  return { unsafe, copy, savepoint } as unknown as postgres.TransactionSql;
}

function asked(
  sql: postgres.ISql,
  given: Parameters<postgres.Sql["unsafe"]>,
  values: boolean,
): PromiseLike<unknown> {
  const query = sql.unsafe(...given);
  return values ? query.values() : query;
}

/**
 * As the driver's own queries: asked when somebody waits for it, as objects or as lists of values.
 */
function askedLater(ask: (values: boolean) => Promise<unknown>): unknown {
  let answer: Promise<unknown> | undefined;
  const settled = () => (answer ??= ask(false));
  return {
    values: () => ask(true),
    then: (...given: Parameters<Promise<unknown>["then"]>) => settled().then(...given),
    catch: (...given: Parameters<Promise<unknown>["catch"]>) => settled().catch(...given),
    finally: (...given: Parameters<Promise<unknown>["finally"]>) => settled().finally(...given),
  };
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
  void sql.end({ timeout: seconds }).catch(() => undefined);
  if (seconds === 0) for (const socket of sockets) socket.destroy();
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
