import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import {
  isAlive,
  lockFile,
  lockIn,
  readLock,
  removeLeftLock,
  runningServer,
  urlOf,
} from "./embedded-lock";
import { endServer, ownServer } from "./embedded-owner";
import { binaries, freePort, runAsUser, spawnServer } from "./embedded-process";

export interface EmbeddedServer {
  url: string;
  /**
   * Whether `stop` stops it: not a server that somebody else started, as long as that one lives.
   */
  owned: boolean;
  isRunning: () => boolean;
  stop: () => Promise<void>;
}

export interface StartOptions {
  /** False only in tests: nothing is flushed to the disk. */
  durable?: boolean;
  /** 1 to 65535; by default the one it had last, or a free one. */
  port?: number;
  /**
   * Seconds for which a server that holds the folder without answering is waited for; 30 by
   * default.
   */
  patience?: number;
  /** Gives the start up. */
  signal?: AbortSignal | undefined;
}

/**
 * Starts a real PostgreSQL from npm's platform packages, or joins the one that already serves this
 * folder.
 * @param directory holds `postgres/` (the cluster) and `postgres.password`; made when missing
 * @throws when the platform has no package, the server does not answer within 30 s, or one that
 * runs on the folder is out of reach; the signal's reason once it is aborted. No server that was
 * started here is left behind.
 */
export async function startEmbedded(
  directory: string,
  options: StartOptions = {},
): Promise<EmbeddedServer> {
  const home = resolve(directory);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const password = await passwordIn(home);
  const tools = await binaries();
  if (!existsSync(join(home, "postgres", "PG_VERSION")))
    await initialise(tools.initdb, home, join(home, "postgres"));
  const data = await realpath(join(home, "postgres"));
  const lock = await readLock(data);
  const running = await joined(data, password, options);
  if (running) return running;
  await removeLeftLock(data, lock);
  options.signal?.throwIfAborted();
  try {
    return await started(tools.postgres, data, password, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    const quicker = await startedMeanwhile(data, password, options);
    if (quicker) return quicker;
    throw error;
  }
}

async function started(
  program: string,
  data: string,
  password: string,
  options: StartOptions,
): Promise<EmbeddedServer> {
  const port = options.port ?? (await freePort(await lastPort(data)));
  const server = spawnServer(program, data, port, options.durable ?? true);
  const url = urlOf(port, password);
  try {
    await answers(url, () => server.failure(), options.signal);
    if (lockIn(await readLock(data)).pid !== server.pid)
      throw new Error("Un autre démarrage de PostgreSQL a été plus rapide.");
  } catch (error) {
    await server.stop();
    throw error;
  }
  return withOwner({
    url,
    isChild: true,
    isRunning: () => server.failure() === null,
    end: () => server.stop(),
  });
}

/** Who still knows a server by its last address finds it again. */
async function lastPort(data: string): Promise<number> {
  const options = await readFile(join(data, "postmaster.opts"), "utf8").catch(() => "");
  return Number(/port=(\d+)/.exec(options)?.[1] ?? 0);
}

async function joined(
  data: string,
  password: string,
  { patience = 30, signal }: StartOptions,
): Promise<EmbeddedServer | null> {
  const running = await runningServer(data, password, patience, signal);
  if (running === null) return null;
  const { url, pid } = running;
  const end = async () => {
    // Its number may be somebody else's by now.
    if (lockIn(await readLock(data)).pid === pid) await endServer(pid);
  };
  return withOwner({ url, isChild: false, isRunning: () => isAlive(pid), end });
}

interface Running {
  url: string;
  /** A process of our own, which is ended even when it answers nobody any more. */
  isChild: boolean;
  isRunning: () => boolean;
  end: () => Promise<void>;
}

/** Who owns it when it is to stop is asked then: whoever did may be gone. */
async function withOwner({ url, isChild, isRunning, end }: Running): Promise<EmbeddedServer> {
  const first = await ownServer(url).catch(() => null);
  const stop = async () => {
    const ownership = first?.isHeld() ? first : await ownServer(url).catch(() => undefined);
    if (ownership || (ownership === undefined && isChild)) await end();
    await ownership?.release();
  };
  return { url, owned: first !== null, isRunning, stop };
}

/**
 * Of two that start a server on one cluster at once, PostgreSQL lets one: the other joins it as
 * soon as it answers.
 */
async function startedMeanwhile(
  data: string,
  password: string,
  options: StartOptions,
): Promise<EmbeddedServer | null> {
  for (let attempt = 0; attempt < 40 && existsSync(lockFile(data)); attempt++) {
    const quicker = await joined(data, password, options);
    if (quicker) return quicker;
    await pause(250, undefined, { signal: options.signal });
  }
  return null;
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

async function answers(
  url: string,
  failure: () => string | null,
  signal?: AbortSignal,
): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    signal?.throwIfAborted();
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
