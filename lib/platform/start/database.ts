import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { closeDatabase } from "@/db/client";
import { keepEmbedded } from "@/db/embedded-keeper";
import { migrate } from "@/db/migrate";
import { rebuildCatalogue } from "@/lib/catalogue/commands/rebuild";
import { prepareJobs } from "@/lib/platform/jobs";

const home = ".data";

export interface PreparedDatabase {
  /** What to tell the operator. */
  description: string;
  stop: () => Promise<void>;
}

/**
 * Gives this process, and those it starts, a database that is up to date: the one of DATABASE_URL, or an embedded one
 * under .data/. Without DATABASE_URL it also provides a lasting secret.
 * @param signal gives the preparation up; later, an embedded server that is gone is not started again
 * @throws what failed, or the signal's reason; the embedded server is stopped by then, if it was started here
 */
export async function prepareDatabase(signal: AbortSignal): Promise<PreparedDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await unlessAborted(signal, () => bringUpToDate(given));
    return { description: `PostgreSQL sur ${new URL(given).host}`, stop: () => Promise.resolve() };
  }
  const server = await keepEmbedded(home, signal);
  try {
    process.env.DATABASE_URL = server.url;
    process.env.PORTAL_MODE ??= "local";
    process.env.AUTH_SECRET ??= await lastingSecret();
    await unlessAborted(signal, () => bringUpToDate(server.url));
  } catch (error) {
    await closeDatabase();
    await server.stop();
    throw error;
  }
  return { description: "PostgreSQL 18 embarqué, données dans .data/postgres", stop: server.stop };
}

/**
 * A command's work on a prepared database, which is closed afterwards, and stopped if it was started here: whether the
 * work succeeds, fails, or somebody ends the command.
 * @param work is given what to tell the operator about the database
 * @throws what the preparation or the work throws; «Interrompu.» when the command is ended
 */
export async function withDatabase<T>(work: (description: string) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => ending.abort(new Error("Interrompu.")));
  const database = await prepareDatabase(ending.signal);
  try {
    return await unlessAborted(ending.signal, () => work(database.description));
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

async function bringUpToDate(url: string): Promise<void> {
  await migrate(url);
  await prepareJobs();
  await rebuildCatalogue();
}

/** Work that is given up goes on until its database is stopped; its outcome is nobody's any more. */
async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, fail) => signal.addEventListener("abort", () => fail(signal.reason as Error), { once: true }));
  return Promise.race([work(), aborted]);
}

async function lastingSecret(): Promise<string> {
  const file = join(home, "secret");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept) return kept;
  const secret = randomBytes(48).toString("base64url");
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}
