import "server-only";
import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { sql, type SQL } from "drizzle-orm";
import PgBoss from "pg-boss";
import { db, driver, type Transaction } from "@/db/client";
import { withoutValues } from "@/db/failed-query";
import { scheduledRun } from "@/db/schema/schedule";
import { now } from "./clock";
import { log } from "./log";
import { dueKey, type ScheduledJob, schedules } from "./schedule";

/** Every queue and what its jobs carry. */
export interface Jobs {
  /**
   * `attempt`: how many were made before; a job whose number is no longer the row's has nothing
   * left to do.
   */
  mail: { mailId: string; attempt: number };
  wakeOffers: Record<string, never>;
  elapseMonths: Record<string, never>;
  followMerges: Record<string, never>;
  purgeOffers: Record<string, never>;
  purgeTraces: Record<string, never>;
  closeIdleAccounts: Record<string, never>;
  remindAccounts: Record<string, never>;
  digestPending: Record<string, never>;
  tellAlerts: Record<string, never>;
  importOffers: {
    importId: string;
    accountId: string;
    keepIncomplete: boolean;
    submit: boolean;
    publish: boolean;
  };
}
export type JobName = keyof Jobs;
export type Handlers = { [N in JobName]: (data: Jobs[N]) => Promise<void> };

/**
 * These retries are for jobs whose process or database died; what fails for a reason of its own
 * plans its next attempt itself (see lib/mail/rules.ts). No backoff: an orphan found after 30 s by
 * the next maintenance (5 s) runs 5 s later.
 */
const queues: Record<
  JobName,
  { retryLimit: number; retryDelay: number; expireInSeconds: number; retentionMinutes: number }
> = {
  mail: { retryLimit: 10_000, retryDelay: 5, expireInSeconds: 30, retentionMinutes: 14 * 24 * 60 },
  // Due again a minute later: trying for long brings nothing.
  wakeOffers: { retryLimit: 3, retryDelay: 5, expireInSeconds: 120, retentionMinutes: 24 * 60 },
  elapseMonths: { retryLimit: 3, retryDelay: 5, expireInSeconds: 900, retentionMinutes: 24 * 60 },
  followMerges: { retryLimit: 3, retryDelay: 5, expireInSeconds: 120, retentionMinutes: 24 * 60 },
  purgeOffers: { retryLimit: 10, retryDelay: 300, expireInSeconds: 900, retentionMinutes: 24 * 60 },
  purgeTraces: { retryLimit: 10, retryDelay: 300, expireInSeconds: 900, retentionMinutes: 24 * 60 },
  closeIdleAccounts: {
    retryLimit: 10,
    retryDelay: 300,
    expireInSeconds: 900,
    retentionMinutes: 24 * 60,
  },
  remindAccounts: {
    retryLimit: 10,
    retryDelay: 300,
    expireInSeconds: 900,
    retentionMinutes: 24 * 60,
  },
  digestPending: {
    retryLimit: 10,
    retryDelay: 300,
    expireInSeconds: 900,
    retentionMinutes: 24 * 60,
  },
  tellAlerts: { retryLimit: 10, retryDelay: 300, expireInSeconds: 3600, retentionMinutes: 24 * 60 },
  // One that outlives its time runs beside the next: batches lock the import, so they only take
  // turns.
  importOffers: {
    retryLimit: 1000,
    retryDelay: 5,
    expireInSeconds: 30,
    retentionMinutes: 7 * 24 * 60,
  },
};
const names = Object.keys(queues) as JobName[];

/** Between two looks into a queue: short where somebody waits, long where a scheduler does. */
const pollMs: Record<JobName, number> = {
  mail: 500,
  importOffers: 500,
  wakeOffers: 5_000,
  elapseMonths: 5_000,
  followMerges: 5_000,
  purgeOffers: 5_000,
  purgeTraces: 5_000,
  closeIdleAccounts: 5_000,
  remindAccounts: 5_000,
  digestPending: 5_000,
  tellAlerts: 5_000,
};
const maintenanceMs = 5_000;
/**
 * Jobs of one queue that run at once in a process: a provider that is slow for one mail does not
 * hold the others.
 */
const lanes = 4;

interface Worker {
  stopping: AbortController;
  loops: Promise<unknown>;
}

// One per process, kept across the development server's reloads.
const holder = globalThis as typeof globalThis & { portalJobs?: PgBoss; portalWorker?: Worker };

/**
 * pg-boss as a set of statements: it speaks through our own pool and is never started, so it keeps
 * no timers.
 */
function boss(): PgBoss {
  holder.portalJobs ??= createBoss();
  return holder.portalJobs;
}

function createBoss(): PgBoss {
  const executeSql = async (text: string, values: unknown[] = []) => {
    const answer =
      values.length === 0
        ? script(text)
        : driver().unsafe(text, values.map(asParameter) as never[]);
    return {
      rows: await answer.catch((error: unknown) => Promise.reject(withoutValues(error) as Error)),
    };
  };
  const connection = { executeSql: executeSql as unknown as PgBoss.Db["executeSql"] };
  return new PgBoss({
    db: connection,
    supervise: false,
    schedule: false,
    archiveCompletedAfterSeconds: 3600,
  }).on("error", (error) => log.error({ err: error }, "job queue"));
}

/**
 * pg-boss's scripts bring BEGIN and COMMIT: the driver's transaction replaces them, because it also
 * survives a lost connection.
 */
function script(text: string): Promise<unknown> {
  return driver().begin((tx) =>
    tx.unsafe(text.replace(/^\s*BEGIN;/, "").replace(/COMMIT;\s*$/, "")),
  );
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

/** Creates or updates pg-boss's own tables and our queues; several at once do no harm. */
export async function prepareJobs(): Promise<void> {
  const installer = createBoss();
  await installer.start();
  for (const name of names) {
    await installer.createQueue(name, { name, ...queues[name] });
    await installer.updateQueue(name, { name, ...queues[name] });
  }
  await installer.stop({ graceful: false, close: false });
}

/**
 * Queues a job in the caller's transaction: it exists if, and only if, what it tells of does.
 * @param options.afterSeconds earliest start, counted from now
 * @throws when the queue was never prepared, so that nothing is lost in silence
 */
export async function enqueueJob<N extends JobName>(
  tx: Transaction,
  name: N,
  data: Jobs[N],
  options: { afterSeconds?: number } = {},
): Promise<void> {
  let inserted = 0;
  const executeSql = async (text: string, values: unknown[]) => {
    inserted = (await tx.execute(withParameters(text, values))).count;
    return { rows: [] };
  };
  // `insert` and not `send`: each of its parameters occurs once, so Drizzle may number them anew.
  await boss().insert([{ name, data, startAfter: String(options.afterSeconds ?? 0) }], {
    db: { executeSql },
  });
  if (inserted !== 1) throw new Error(`The queue ${name} does not exist: run the migration first.`);
}

// What this process saw queued, so that it asks the database only when something is due.
const seen = new Map<ScheduledJob, string>();

/**
 * Queues the scheduled jobs that are due, once for each time they are due, whatever the number of
 * instances.
 */
export async function queueDueJobs(): Promise<void> {
  for (const name of Object.keys(schedules) as ScheduledJob[]) {
    const due = dueKey(schedules[name], now());
    if (due === null || seen.get(name) === due) continue;
    await db.transaction(async (tx) => {
      const first = await tx
        .insert(scheduledRun)
        .values({ name, due, at: now() })
        .onConflictDoNothing()
        .returning({ name: scheduledRun.name });
      if (first.length === 1) await enqueueJob(tx, name, {});
    });
    seen.set(name, due);
  }
}

/** `$1`-style SQL as Drizzle's own, so that it runs on the transaction's connection. */
function withParameters(text: string, values: unknown[]): SQL {
  const pieces = text
    .split(/\$(\d+)/)
    .map((piece, index) =>
      index % 2 === 0 ? sql.raw(piece) : sql`${asParameter(values[Number(piece) - 1])}`,
    );
  return sql.join(pieces);
}

/**
 * Works the queues off for as long as this process lives. A database that is away is waited for.
 */
export function startWorker(handlers: Handlers): void {
  if (holder.portalWorker) return;
  const stopping = new AbortController();
  // Each queue and each pause of it listens: Node takes more than ten for a leak.
  setMaxListeners(0, stopping.signal);
  const loops = Promise.all([
    ...names.map((name) => work(name, handlers, stopping.signal)),
    maintain(stopping.signal),
  ]);
  holder.portalWorker = { stopping, loops };
}

/**
 * Takes no more jobs and lets those under way finish, 10 s at most; what is cut off runs again
 * elsewhere.
 */
export async function stopWorker(): Promise<void> {
  const worker = holder.portalWorker;
  if (!worker) return;
  worker.stopping.abort();
  await Promise.race([worker.loops, pause(10_000, undefined, { ref: false })]);
  delete holder.portalWorker;
}

async function work(name: JobName, handlers: Handlers, stopping: AbortSignal): Promise<void> {
  const underWay = new Set<Promise<void>>();
  while (!stopping.aborted) {
    const free = lanes - underWay.size;
    // fetch answers an empty list when the database is away.
    const jobs = free > 0 ? await boss().fetch<Jobs[typeof name]>(name, { batchSize: free }) : [];
    for (const job of jobs) {
      const running: Promise<void> = runJob(name, job, handlers).finally(() =>
        underWay.delete(running),
      );
      underWay.add(running);
    }
    await Promise.race([...underWay, rest(pollMs[name], stopping)]);
  }
  await Promise.all(underWay);
}

/** Never throws: what cannot be reported stays active, expires and runs again. */
async function runJob<N extends JobName>(
  name: N,
  job: PgBoss.Job<Jobs[N]>,
  handlers: Handlers,
): Promise<void> {
  try {
    await handlers[name](job.data);
    await boss().complete(name, job.id);
  } catch (error) {
    log.error({ err: error, job: job.id, queue: name }, "job failed");
    await boss()
      .fail(name, job.id, { message: error instanceof Error ? error.name : "unknown" })
      .catch(() => undefined);
  }
}

/**
 * Queues what is due and gives back the jobs of processes that died, every few seconds; archives
 * the finished ones, every hour.
 */
async function maintain(stopping: AbortSignal): Promise<void> {
  for (let round = 0; !stopping.aborted; round++) {
    try {
      await queueDueJobs();
      await (round % 720 === 0 ? boss().maintain() : boss().expire());
    } catch (error) {
      log.error({ err: error }, "job maintenance");
    }
    await rest(maintenanceMs, stopping);
  }
}

function rest(ms: number, stopping: AbortSignal): Promise<void> {
  return pause(ms, undefined, { signal: stopping, ref: false }).catch(() => undefined);
}

/**
 * Works off what waits now, for hosts where no process stays (a scheduled call of /api/jobs).
 * @param limitMs stops taking new jobs after that long
 * @returns how many jobs ran
 */
export async function runPendingJobs(handlers: Handlers, limitMs: number): Promise<number> {
  const deadline = Date.now() + limitMs;
  await boss().maintain();
  let ran = 0;
  for (const name of names) {
    while (Date.now() < deadline) {
      const jobs = await boss().fetch<Jobs[typeof name]>(name, { batchSize: lanes });
      if (jobs.length === 0) break;
      await Promise.all(jobs.map((job) => runJob(name, job, handlers)));
      ran += jobs.length;
    }
  }
  return ran;
}
