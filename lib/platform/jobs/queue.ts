import "server-only";
import PgBoss from "pg-boss";
import { driver, type Transaction } from "@/lib/platform/database/client";
import { withoutValues } from "@/lib/platform/database/failed-query";
import { log } from "@/lib/platform/environment/log";
import type { AnyJob, JobKinds, JobName } from "./define-job";

// One per process, saved across the development server's reloads.
const holder = globalThis as typeof globalThis & { portalJobs?: PgBoss };

/**
 * pg-boss as a set of statements: it speaks through our own pool and is never started, so it has
 * no timers (docs/decisions/0018-queue.md).
 */
export function boss(): PgBoss {
  holder.portalJobs ??= createBoss();
  return holder.portalJobs;
}

function createBoss(): PgBoss {
  const executeSql = async (text: string, values: unknown[] = []) => {
    // Without values it may be a script, with a BEGIN and a COMMIT of its own.
    const answer =
      values.length === 0
        ? driver().script(text)
        : driver().unsafe(text, values.map(asParameter) as never[]);
    return {
      rows: await answer.catch((error: unknown) => Promise.reject(withoutValues(error) as Error)),
    };
  };
  return new PgBoss({
    db: { executeSql: executeSql as unknown as PgBoss.Db["executeSql"] },
    supervise: false,
    schedule: false,
    archiveCompletedAfterSeconds: 3600,
  }).on("error", (error) => log.error({ err: error }, "job queue"));
}

function asParameter(value: unknown): unknown {
  if (value === undefined) return null;
  return value !== null &&
    typeof value === "object" &&
    !Array.isArray(value) &&
    !(value instanceof Date)
    ? JSON.stringify(value)
    : value;
}

/** Creates or updates pg-boss's own tables and the queues; several at once do no harm. */
export async function prepareQueues(jobs: readonly AnyJob[]): Promise<void> {
  await driver().begin(async (tx) => {
    // Two that make pg-boss's partitions at once are a deadlock; who comes second waits its turn.
    await tx.unsafe("set local lock_timeout = 0; set local statement_timeout = 0");
    await tx.unsafe("select pg_advisory_xact_lock(hashtext('portail.queues'))");
    const installer = createBoss();
    await installer.start();
    for (const { name, retry } of jobs) {
      const queue = {
        name,
        retryLimit: retry.limit,
        retryDelay: retry.delaySeconds,
        expireInSeconds: retry.expireSeconds,
        retentionMinutes: retry.keepDays * 24 * 60,
      };
      await installer.createQueue(name, { ...queue });
      await installer.updateQueue(name, { ...queue });
    }
    await installer.stop({ graceful: false, close: false });
  });
}

/**
 * Queues a job in the caller's transaction: it exists if, and only if, what it tells of does.
 * @param options.afterSeconds earliest start, counted from now
 * @throws when the queue was never prepared, so that nothing is lost in silence
 */
export async function enqueueJob<N extends JobName>(
  tx: Transaction,
  name: N,
  data: JobKinds[N],
  { afterSeconds = 0 }: { afterSeconds?: number } = {},
): Promise<void> {
  const executeSql = async (sql: string, values: unknown[]) => {
    // Its parameters are numbered already, which Drizzle's own `sql` has no way to say.
    const query = { sql, params: values.map(asParameter) };
    const rows = await tx._.session.prepareQuery(query, undefined, undefined, false).execute();
    return { rows: rows as { id: string }[] };
  };
  const id = await boss().send(name, data, { startAfter: afterSeconds, db: { executeSql } });
  if (id === null) throw new Error(`The queue ${name} does not exist: run the migration first.`);
}
