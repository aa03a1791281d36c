import { superviseEmbedded } from "@/db/embedded-supervisor";
import { migrate } from "@/db/migrate";
import { rebuildCatalogue } from "@/lib/offer/projection/commands/rebuild";
import { closeDatabase } from "@/lib/platform/database/client";
import { prepareJobs } from "@/lib/start/jobs/worker";
import { configure } from "./configuration";
import { endingOf } from "./ending";
import { reachDatabase } from "./reach";
import { home, lastStarted } from "./running";

export interface PreparedDatabase {
  /** What to tell the operator. */
  description: string;
  stop: () => Promise<void>;
}

/**
 * Gives this process, and those it starts, a database that is up to date: the one of DATABASE_URL,
 * which is waited for, or an embedded one under .data/. The environment has been completed
 * (configure).
 * @param signal gives the preparation up; later, an embedded server that is gone is not started
 * again
 * @throws what failed, or the signal's reason; an embedded server that is owned here is stopped by
 * then
 */
export async function prepareDatabase(signal: AbortSignal): Promise<PreparedDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await reachDatabase(given, { signal, tell: console.error });
    await unlessAborted(signal, () => bringUpToDate(given));
    return { description: `PostgreSQL sur ${new URL(given).host}`, stop: () => Promise.resolve() };
  }
  const server = await superviseEmbedded(home, signal);
  try {
    process.env.DATABASE_URL = server.url;
    await unlessAborted(signal, () => bringUpToDate(server.url));
  } catch (error) {
    await closeDatabase();
    await server.stop();
    throw error;
  }
  return { description: "PostgreSQL 18 embarqué, données dans .data/postgres", stop: server.stop };
}

/**
 * A command's work on a prepared database, which is closed afterwards, and stopped if it is owned
 * here: whether the work succeeds, fails, or somebody ends the command.
 * @param work is given what to tell the operator about the database
 * @throws what the preparation or the work throws; «Interrompu.» when the command is ended
 */
export async function withDatabase<T>(work: (description: string) => Promise<T>): Promise<T> {
  const ending = endingOf();
  configure();
  await followRunningPortal();
  const database = await prepareDatabase(ending);
  try {
    return await unlessAborted(ending, () => work(database.description));
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

/** Links that a command prints lead to the portal that runs in this folder, whatever its port. */
async function followRunningPortal(): Promise<void> {
  if (process.env.SITE_ORIGIN || process.env.PORT) return;
  const running = await lastStarted();
  if (running?.isAlive) process.env.SITE_ORIGIN = running.origin;
}

async function bringUpToDate(url: string): Promise<void> {
  await migrate(url);
  await prepareJobs();
  await rebuildCatalogue();
}

/**
 * Work that is given up goes on until its database is stopped; its outcome is nobody's any more.
 */
async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, fail) =>
    signal.addEventListener("abort", () => fail(signal.reason as Error), { once: true }),
  );
  return Promise.race([work(), aborted]);
}
