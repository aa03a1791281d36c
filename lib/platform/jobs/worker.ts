import "server-only";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type PgBoss from "pg-boss";
import { scheduledRun } from "@/db/schema/schedule";
import { db } from "@/lib/platform/database/client";
import { log } from "@/lib/platform/environment/log";
import { now } from "@/lib/platform/values/clock";
import type { AnyJob, JobName } from "./define-job";
import { boss, enqueueJob } from "./queue";
import { dueKey } from "./schedule";

/** Between two looks into a queue: short where somebody waits, long where a scheduler does. */
const pollMs = ({ schedule }: AnyJob) => (schedule ? 5_000 : 500);
const maintenanceMs = 5_000;
/**
 * Jobs of one queue that run at once in a process: a provider that is slow for one mail does not
 * hold the others.
 */
const lanes = 4;
/** Share of its time that this process is at work when its jobs wait: people come first. */
const busy = 0.7;
/** Milliseconds over which that is measured, and for which a job waits at most. */
const [moment, longestWait] = [100, 3_000];

// One per process, also across the development server's reloads.
const holder = globalThis as typeof globalThis & { portalWorker?: true };

/**
 * Works the queues off for as long as this process lives. A database that is away is waited for.
 */
export function startWorker(jobs: readonly AnyJob[]): void {
  if (holder.portalWorker) return;
  holder.portalWorker = true;
  for (const job of jobs) void work(job);
  void maintain(jobs);
}

async function work(job: AnyJob): Promise<never> {
  const underWay = new Set<Promise<void>>();
  for (;;) {
    const free = Math.min(await room(), lanes - underWay.size);
    // fetch answers an empty list when the database is away.
    const taken = free > 0 ? await boss().fetch<never>(job.name, { batchSize: free }) : [];
    for (const one of taken) {
      const running: Promise<void> = run(job, one).finally(() => underWay.delete(running));
      underWay.add(running);
    }
    await Promise.race([...underWay, rest(pollMs(job))]);
  }
}

/**
 * Waits until this process has time to spare.
 * @returns how many jobs it has time for, one of them in any case
 */
async function room(): Promise<number> {
  for (let waited = 0; waited < longestWait; waited += moment) {
    const before = performance.eventLoopUtilization();
    await rest(moment);
    const spare = 1 - performance.eventLoopUtilization(before).utilization / busy;
    if (spare > 0) return Math.ceil(lanes * spare);
  }
  return 1;
}

/** Never throws: what cannot be reported stays active, expires and runs again. */
async function run(job: AnyJob, { id, data }: PgBoss.Job<never>): Promise<void> {
  try {
    await job.run(data);
    await boss().complete(job.name, id);
  } catch (error) {
    log.error({ err: error, job: id, queue: job.name }, "job failed");
    await boss()
      .fail(job.name, id, { message: error instanceof Error ? error.name : "unknown" })
      .catch(() => undefined);
  }
}

/**
 * Queues what is due and gives back the jobs of processes that died, every few seconds; archives
 * the finished ones, every hour.
 */
async function maintain(jobs: readonly AnyJob[]): Promise<never> {
  for (let round = 0; ; round++) {
    try {
      await queueDueJobs(jobs);
      await (round % 720 === 0 ? boss().maintain() : boss().expire());
    } catch (error) {
      log.error({ err: error }, "job maintenance");
    }
    await rest(maintenanceMs);
  }
}

function rest(ms: number): Promise<void> {
  return pause(ms, undefined, { ref: false });
}

// What this process saw queued, so that it asks the database only when something is due.
const seen = new Map<string, string>();

/**
 * Queues the scheduled jobs that are due, once for each time they are due, whatever the number of
 * instances.
 */
async function queueDueJobs(jobs: readonly AnyJob[]): Promise<void> {
  for (const { name, schedule } of jobs) {
    const due = schedule && dueKey(schedule, now());
    if (due === null || seen.get(name) === due) continue;
    await db.transaction(async (tx) => {
      const first = await tx
        .insert(scheduledRun)
        .values({ name, due, at: now() })
        .onConflictDoNothing()
        .returning({ name: scheduledRun.name });
      if (first.length === 1) await enqueueJob(tx, name as JobName, {});
    });
    seen.set(name, due);
  }
}

/**
 * Works off what is due and what waits now, for hosts where no process stays (a scheduled call of
 * /api/jobs). Queues take turns: one that is slow or long does not keep the others waiting.
 * @param limitMs stops taking new jobs after that long
 * @returns how many jobs ran
 */
export async function runPendingJobs(jobs: readonly AnyJob[], limitMs: number): Promise<number> {
  await queueDueJobs(jobs);
  const deadline = Date.now() + limitMs;
  await boss().maintain();
  let ran = 0;
  for (let before = -1; before < ran;) {
    before = ran;
    for (const job of jobs) {
      if (Date.now() >= deadline) return ran;
      const taken = await boss().fetch<never>(job.name, { batchSize: lanes });
      await Promise.all(taken.map((one) => run(job, one)));
      ran += taken.length;
    }
  }
  return ran;
}
