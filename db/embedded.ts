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
  stop: () => Promise<void>;
}

/**
 * Starts a real PostgreSQL from npm's platform packages, or joins the one that already serves this folder.
 * @param directory holds `postgres/` (the cluster) and `postgres.password`; made when missing
 * @param options.durable false only in tests: nothing is flushed to the disk
 * @param options.port 0 to 65535; by default a free one
 * @throws when the platform has no package, or the server does not answer within 30 s
 */
export async function startEmbedded(directory: string, options: { durable?: boolean; port?: number } = {}): Promise<EmbeddedServer> {
  const home = resolve(directory);
  const data = join(home, "postgres");
  await mkdir(home, { recursive: true, mode: 0o700 });
  const password = await passwordIn(home);
  const tools = await binaries();
  if (!existsSync(join(data, "PG_VERSION"))) await initialise(tools.initdb, home, data);
  const running = await runningServer(data, password);
  if (running) return { url: running, startedHere: false, stop: () => Promise.resolve() };
  await rm(join(data, "postmaster.pid"), { force: true });
  const port = options.port ?? (await freePort());
  const server = spawnServer(tools.postgres, data, port, options.durable ?? true);
  const url = urlOf(port, password);
  await answers(url, () => server.failure());
  return { url, startedHere: true, stop: () => server.stop() };
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

/** The address of the server that already runs on this cluster, if it answers with our password. */
async function runningServer(data: string, password: string): Promise<string | null> {
  const lines = (await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const [pid, , , port] = [Number(lines[0]), lines[1], lines[2], Number(lines[3])];
  if (!pid || !port || !isAlive(pid)) return null;
  const url = urlOf(port, password);
  // It may be recovering after a crash: a server that owns the folder is waited for, a stranger's pid is not.
  for (let attempt = 0; attempt < 40; attempt++) {
    const state = await probe(url, data);
    if (state === "ours") return url;
    if (state === "stranger" || !isAlive(pid)) return null;
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

async function probe(url: string, data: string): Promise<"ours" | "starting" | "stranger"> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => undefined });
  try {
    const [row] = await sql<{ directory: string }[]>`select current_setting('data_directory') as directory`;
    return row?.directory === data ? "ours" : "stranger";
  } catch (error) {
    return (error as { code?: string }).code === "57P03" ? "starting" : "stranger";
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
