import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { binaries, freePort, runAsUser, spawnServer } from "./embedded-process";

export interface EmbeddedServer {
  url: string;
  /** False when the server was already running: who started it stops it. */
  startedHere: boolean;
  isRunning: () => boolean;
  stop: () => Promise<void>;
}

/**
 * Starts a real PostgreSQL from npm's platform packages, or joins the one that already serves this folder.
 * @param directory holds `postgres/` (the cluster) and `postgres.password`; made when missing
 * @param options.durable false only in tests: nothing is flushed to the disk
 * @param options.port 1 to 65535; by default the one it had last, or a free one
 * @throws when the platform has no package, or the server does not answer within 30 s
 */
export async function startEmbedded(directory: string, options: { durable?: boolean; port?: number } = {}): Promise<EmbeddedServer> {
  const home = resolve(directory);
  const data = join(home, "postgres");
  await mkdir(home, { recursive: true, mode: 0o700 });
  const password = await passwordIn(home);
  const tools = await binaries();
  if (!existsSync(join(data, "PG_VERSION"))) await initialise(tools.initdb, home, data);
  const lock = await readLock(data);
  const running = await joined(data, password);
  if (running) return running;
  await removeLeftLock(data, lock);
  try {
    return await started(tools.postgres, data, password, options);
  } catch (error) {
    const quicker = await startedMeanwhile(data, password);
    if (quicker) return quicker;
    throw error;
  }
}

async function started(program: string, data: string, password: string, options: { durable?: boolean; port?: number }): Promise<EmbeddedServer> {
  const port = options.port ?? (await freePort(await lastPort(data)));
  const server = spawnServer(program, data, port, options.durable ?? true);
  const url = urlOf(port, password);
  await answers(url, () => server.failure());
  if (lockIn(await readLock(data)).pid !== server.pid) throw new Error("Un autre démarrage de PostgreSQL a été plus rapide.");
  return { url, startedHere: true, isRunning: () => server.failure() === null, stop: () => server.stop() };
}

/** Who still knows a server by its last address finds it again. */
async function lastPort(data: string): Promise<number> {
  const options = await readFile(join(data, "postmaster.opts"), "utf8").catch(() => "");
  return Number(/port=(\d+)/.exec(options)?.[1] ?? 0);
}

async function joined(data: string, password: string): Promise<EmbeddedServer | null> {
  const running = await runningServer(data, password);
  return running === null ? null : { url: running.url, startedHere: false, isRunning: () => isAlive(running.pid), stop: () => Promise.resolve() };
}

/** Of two that start a server on one cluster at once, PostgreSQL lets one: the other joins it as soon as it answers. */
async function startedMeanwhile(data: string, password: string): Promise<EmbeddedServer | null> {
  for (let attempt = 0; attempt < 40 && existsSync(lockFile(data)); attempt++) {
    const quicker = await joined(data, password);
    if (quicker) return quicker;
    await pause(250);
  }
  return null;
}

function lockFile(data: string): string {
  return join(data, "postmaster.pid");
}

/** A lock whose server is gone keeps PostgreSQL from starting where its number is somebody else's by now. */
async function removeLeftLock(data: string, lock: string): Promise<void> {
  // Another one by now is the lock of a server that somebody started meanwhile.
  if (lock !== "" && (await readLock(data)) === lock) await rm(lockFile(data), { force: true });
}

function readLock(data: string): Promise<string> {
  return readFile(lockFile(data), "utf8").catch(() => "");
}

function urlOf(port: number, password: string): string {
  return `postgres://portail:${password}@127.0.0.1:${port}/postgres`;
}

async function passwordIn(home: string): Promise<string> {
  const file = join(home, "postgres.password");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept) return kept;
  const password = randomBytes(24).toString("hex");
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

async function initialise(initdb: string, home: string, data: string): Promise<void> {
  // A cluster half made by an interrupted first start is of no use.
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { mode: 0o700 });
  await chmod(data, 0o700);
  await runAsUser(initdb, [
    `--pgdata=${data}`,
    "--username=portail",
    `--pwfile=${join(home, "postgres.password")}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ]);
}

/** What PostgreSQL writes into its lock: its process, the second it started and its port. */
function lockIn(lock: string): { pid: number; startedAt: number; port: number } {
  const lines = lock.split("\n");
  return { pid: Number(lines[0]), startedAt: Number(lines[2]), port: Number(lines[3]) };
}

/** Seconds within which a server that was started listens, or never will. */
const listensWithin = 30;

/** The server that already runs on this cluster, if it answers with our password. */
async function runningServer(data: string, password: string): Promise<{ url: string; pid: number } | null> {
  const { pid, startedAt, port } = lockIn(await readLock(data));
  if (!pid || !port || !isAlive(pid)) return null;
  const url = urlOf(port, password);
  // It may be starting, closing, or recovering after a crash: a server that owns the folder is waited for, a stranger's
  // pid is not.
  for (let attempt = 0; attempt < 40; attempt++) {
    const state = await probe(url, data);
    if (state === "ours") return { url, pid };
    const mayListen = state === "busy" || (state === "silent" && Date.now() / 1000 - startedAt < listensWithin);
    if (!mayListen || !isAlive(pid)) return null;
    await pause(250);
  }
  return null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

type Answer = "ours" | "busy" | "silent" | "stranger";

async function probe(url: string, data: string): Promise<Answer> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => undefined });
  try {
    const [row] = await sql<{ directory: string }[]>`select current_setting('data_directory') as directory`;
    return row?.directory === data ? "ours" : "stranger";
  } catch (error) {
    const { code } = error as { code?: string };
    return code === "57P03" ? "busy" : code === "ECONNREFUSED" ? "silent" : "stranger";
  } finally {
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }
}

async function answers(url: string, failure: () => string | null): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => undefined });
    try {
      await sql`select 1`;
      return;
    } catch {
      const reason = failure();
      if (reason !== null) throw new Error(`PostgreSQL ne démarre pas :\n${reason}`);
      await pause(100);
    } finally {
      await sql.end({ timeout: 1 }).catch(() => undefined);
    }
  }
  throw new Error("PostgreSQL ne répond pas après 30 secondes.");
}
