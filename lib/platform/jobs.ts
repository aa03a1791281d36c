import "server-only";
import { sql, type SQL } from "drizzle-orm";
import PgBoss from "pg-boss";
import { driver, type Transaction } from "@/db/client";
import { log } from "./log";

/** Every queue and what its jobs carry. */
export interface Jobs {
  mail: { mailId: string };
}
export type JobName = keyof Jobs;
type Handler<N extends JobName> = (data: Jobs[N], attempt: { last: boolean }) => Promise<void>;
type Handlers = { [N in JobName]: Handler<N> };

/**
 * A mail is tried for about three days (2 s, 4 s … 18 h). A job whose process died is given back after 30 s, found by
 * the next maintenance 10 s later at most, and so runs again within a minute.
 */
const queue = { retryLimit: 16, retryDelay: 2, retryBackoff: true, expireInSeconds: 30, retentionDays: 14 };
const maintenanceIntervalSeconds = 10;

// One per process, kept across the development server's reloads.
const holder = globalThis as typeof globalThis & { portalJobs?: { boss: PgBoss; started?: Promise<unknown> } };

function jobs(): { boss: PgBoss; started?: Promise<unknown> } {
  holder.portalJobs ??= { boss: createBoss() };
  return holder.portalJobs;
}

/** pg-boss speaks through our own pool: one driver, one configuration. */
function createBoss(): PgBoss {
  const executeSql = async (text: string, values: unknown[] = []) => ({
    rows: values.length === 0 ? await script(text) : await driver().unsafe(text, values.map(asParameter) as never[]),
  });
  const boss = new PgBoss({ db: { executeSql: executeSql as unknown as PgBoss.Db["executeSql"] }, maintenanceIntervalSeconds, schedule: false });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  return boss;
}

/** pg-boss sends whole scripts with their own BEGIN and COMMIT: they need a connection to themselves. */
async function script(text: string): Promise<unknown> {
  const connection = await driver().reserve();
  try {
    return await connection.unsafe(text);
  } catch (error) {
    await connection.unsafe("rollback").catch(() => undefined);
    throw error;
  } finally {
    connection.release();
  }
}

function asParameter(value: unknown): unknown {
  if (value === undefined) return null;
  return value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof Date) ? JSON.stringify(value) : value;
}

/** Creates or updates pg-boss's own tables and our queues; several at once do no harm. */
export async function prepareJobs(): Promise<void> {
  const { boss } = jobs();
  await start();
  await boss.createQueue("mail", { name: "mail", ...queue });
  await boss.updateQueue("mail", { name: "mail", ...queue });
}

function start(): Promise<unknown> {
  const current = jobs();
  current.started ??= current.boss.start().catch((error: unknown) => {
    delete current.started;
    throw error;
  });
  return current.started;
}

/** Queues a job in the caller's transaction: it exists if, and only if, what it tells of does. */
export async function enqueueJob<N extends JobName>(tx: Transaction, name: N, data: Jobs[N]): Promise<void> {
  const executeSql = async (text: string, values: unknown[]) => ({ rows: await tx.execute(withParameters(text, values)) });
  // `send` only reads the queue's name and options: it needs no running supervisor.
  await jobs().boss.send(name, data, { db: { executeSql: executeSql as unknown as PgBoss.Db["executeSql"] }, ...sendOptions });
}

const { retentionDays: _, ...sendOptions } = queue;

/** `$1`-style SQL as Drizzle's own, so that it runs on the transaction's connection. */
function withParameters(text: string, values: unknown[]): SQL {
  const pieces = text.split(/\$(\d+)/).map((piece, index) => (index % 2 === 0 ? sql.raw(piece) : sql`${asParameter(values[Number(piece) - 1])}`));
  return sql.join(pieces);
}

/** Works the queues off for as long as this process lives. */
export async function startWorker(handlers: Handlers): Promise<void> {
  await start();
  await jobs().boss.work("mail", { batchSize: 1, pollingIntervalSeconds: 0.5, includeMetadata: true }, async ([job]) => {
    if (job) await handlers.mail(job.data as Jobs["mail"], { last: job.retryCount >= job.retryLimit });
  });
}

/** Lets the jobs under way finish, 10 s at most. */
export async function stopWorker(): Promise<void> {
  const running = holder.portalJobs;
  delete holder.portalJobs;
  if (running?.started) await running.boss.stop({ graceful: true, wait: true, timeout: 10_000, close: false });
}

/**
 * Works off what waits now, for hosts where no process stays (a scheduled call of /api/jobs).
 * @param limitMs stops taking new jobs after that long
 * @returns how many jobs ran
 */
export async function runPendingJobs(handlers: Handlers, limitMs: number): Promise<number> {
  const { boss } = jobs();
  await start();
  await boss.maintain();
  const deadline = Date.now() + limitMs;
  let ran = 0;
  while (Date.now() < deadline) {
    const [job] = await boss.fetch<Jobs["mail"]>("mail", { includeMetadata: true });
    if (!job) return ran;
    try {
      await handlers.mail(job.data, { last: job.retryCount >= job.retryLimit });
      await boss.complete("mail", job.id);
    } catch (error) {
      await boss.fail("mail", job.id, { message: error instanceof Error ? error.name : "unknown" });
    }
    ran++;
  }
  return ran;
}
