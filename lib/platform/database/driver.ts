import { promisify } from "node:util";
import pLimit from "p-limit";
import type postgres from "postgres";
import { noteUnavailable } from "@/lib/platform/environment/request-state";
import { Admission } from "@/lib/platform/load/admission";
import {
  DatabaseUnavailableError,
  isDatabaseGivenUp,
  isPlanOutdated,
  isUnavailable,
} from "./errors";
import { OftenAsked } from "./often-asked";
import type { Pulse } from "./pulse";

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

/** Where statements are asked. */
export interface Sessions {
  many: postgres.Sql;
  /** Scripts that bring their own BEGIN and COMMIT: one after the other, on a connection apart. */
  alone: postgres.Sql;
  /** What many others wait for, and what waits for nobody. */
  first: postgres.Sql;
}

/** Of a whole transaction, its savepoints included. */
interface Guard {
  often: OftenAsked;
  pulse: () => Pulse;
  /** Told when a statement was lost. */
  giveUp: (error: unknown) => void;
  /** Whether the server's limit of time holds. */
  isLimited: boolean;
  hasSettings: boolean;
}

/** Milliseconds for which somebody waits for a connection. */
const patience = 10_000;

/**
 * Waits for a connection no longer than its patience, and for the database no longer than it lives.
 */
export function guarded(
  { many, alone, first }: Sessions,
  places: number,
  pulse: () => Pulse,
): Driver {
  const admission = new Admission({ atWork: places, waiting: Infinity, patience });
  const inPlace = async <T>(work: () => PromiseLike<T>, isStatement: boolean): Promise<T> => {
    let leave = await admission.enter();
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
  const often = new OftenAsked();
  const begin = (...given: unknown[]) => {
    const work = given.at(-1) as (tx: postgres.TransactionSql) => unknown;
    const options = given.length > 1 ? [given[0] as string] : [];
    const whole = () => {
      // The driver would first wait for a rollback over a connection that is dead.
      let giveUp: (error: unknown) => void = () => undefined;
      const dead = new Promise<never>((_, fail) => (giveUp = fail));
      const inside = (tx: postgres.TransactionSql) =>
        work(guardedTransaction(tx, { often, pulse, giveUp, isLimited: true, hasSettings: false }));
      return Promise.race([
        (many.begin as (...all: unknown[]) => Promise<unknown>)(...options, inside),
        dead,
      ]);
    };
    const orAnew = (error: unknown) => {
      if (!isPlanOutdated(error)) throw error;
      often.stop();
      return whole();
    };
    return inPlace(() => whole().catch(orAnew), false);
  };
  const unsafe = (...[text, values]: Parameters<postgres.Sql["unsafe"]>) => {
    const prepare = often.ask(text, values);
    return askedLater((asLists) =>
      inPlace(() => asked(many, [text, values, { prepare }], asLists), true),
    );
  };
  const turns = pLimit(1);
  const script = (text: string) => turns(() => inPlace(() => runScript(alone, text), false));
  const ahead = (text: string) =>
    pulse()
      .watch(() => first.unsafe(text), { isStatement: true })
      .catch((error: unknown) => Promise.reject(noted(error) as Error));
  return { options: many.options, unsafe, begin, script, ahead } as unknown as Driver;
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
 * lifts this one. Where settings are its own nothing is prepared: others would be given the plan.
 */
function guardedTransaction(tx: postgres.TransactionSql, guard: Guard): postgres.TransactionSql {
  const { often, pulse, giveUp } = guard;
  const watched = async <T>(work: () => PromiseLike<T>): Promise<T> => {
    try {
      return await pulse().watch(work, { isStatement: guard.isLimited });
    } catch (error) {
      if (isDatabaseGivenUp(error)) giveUp(error);
      throw error;
    }
  };
  const unsafe = (...[text, values]: Parameters<postgres.Sql["unsafe"]>) => {
    guard.isLimited &&= !text.includes("statement_timeout");
    guard.hasSettings ||= /^\s*set\b/i.test(text);
    const prepare = !guard.hasSettings && often.ask(text, values);
    return askedLater((asLists) => watched(() => asked(tx, [text, values, { prepare }], asLists)));
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
    tx.savepoint((inner) => work(guardedTransaction(inner, guard)));
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
