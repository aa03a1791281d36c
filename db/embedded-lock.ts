import { readFileSync } from "node:fs";
import { readFile, realpath, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";

/** Seconds within which a server that was started listens, or never will. */
const listensWithin = 30;

export function lockFile(data: string): string {
  return join(data, "postmaster.pid");
}

export function readLock(data: string): Promise<string> {
  return readFile(lockFile(data), "utf8").catch(() => "");
}

/** What PostgreSQL writes into its lock: its process, the second it started and its port. */
export function lockIn(lock: string): { pid: number; startedAt: number; port: number } {
  const lines = lock.split("\n");
  return { pid: Number(lines[0]), startedAt: Number(lines[2]), port: Number(lines[3]) };
}

/**
 * A lock whose server is gone keeps PostgreSQL from starting where its number is somebody else's by
 * now.
 */
export async function removeLeftLock(data: string, lock: string): Promise<void> {
  // Another one by now is the lock of a server that somebody started meanwhile.
  if (lock !== "" && (await readLock(data)) === lock) await rm(lockFile(data), { force: true });
}

export function urlOf(port: number, password: string): string {
  return `postgres://portail:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * The server that already runs on this cluster. It may be starting, closing, recovering after a
 * crash, or out of connections: it is waited for. Only a lock that is somebody else's by now may be
 * removed: PostgreSQL shuts a server down that finds its own gone.
 * @param data the cluster's folder, without symbolic links
 * @param patience seconds
 * @returns null when the lock is missing or left by a server that is gone
 * @throws when a server holds the folder but refuses the password, or still does not answer after
 * `patience`; the signal's reason once it is aborted
 */
export async function runningServer(
  data: string,
  password: string,
  patience: number,
  signal?: AbortSignal,
): Promise<{ url: string; pid: number } | null> {
  const { pid, startedAt, port } = lockIn(await readLock(data));
  if (!pid || !port || !isAlive(pid)) return null;
  const url = urlOf(port, password);
  const until = Date.now() + patience * 1000;
  do {
    const answer = await probe(url, data);
    if (answer === "ours") return { url, pid };
    if (!isAlive(pid) || (await isLeft(answer, data, pid, startedAt))) return null;
    if (answer === "denied") {
      throw new Error(
        `Le serveur PostgreSQL de ${data} (processus ${pid}, port ${port}) refuse le mot ` +
          "de passe de postgres.password : remettez ce fichier tel qu’il était, ou arrêtez " +
          "ce serveur.",
      );
    }
    await pause(250, undefined, { signal });
  } while (Date.now() < until);
  throw new Error(
    `PostgreSQL tourne déjà sur ${data} (processus ${pid}, port ${port}) mais ne répond ` +
      `pas après ${patience} s : toutes ses connexions sont prises, ou il est bloqué. ` +
      "Réessayez, ou arrêtez ce processus ; s’il n’est pas celui du portail, supprimez " +
      `${lockFile(data)}.`,
  );
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // A process of another user may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * One that has ended stays in the list where nobody waits for it: the first process of a container
 * seldom does.
 */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, ""));
  } catch {
    return false;
  }
}

type Answer = "ours" | "elsewhere" | "denied" | "silent" | "busy";

/**
 * Whether such an answer of the lock's port means that the lock's pid is, by now, not this folder's
 * server.
 */
async function isLeft(
  answer: Exclude<Answer, "ours">,
  data: string,
  pid: number,
  startedAt: number,
): Promise<boolean> {
  if (answer === "busy") return false;
  const serves = await worksIn(pid, data);
  if (serves !== null) return !serves;
  // Where the system does not tell, a refused password says nothing about the pid.
  return (
    answer === "elsewhere" ||
    (answer === "silent" && !(Date.now() / 1000 - startedAt < listensWithin))
  );
}

/**
 * Whether a process works in this folder, as PostgreSQL does before it writes its lock; null where
 * the system does not tell (no /proc, or a process of another user).
 */
async function worksIn(pid: number, data: string): Promise<boolean | null> {
  try {
    const [works, folder] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(data)]);
    return works.dev === folder.dev && works.ino === folder.ino;
  } catch {
    return null;
  }
}

async function probe(url: string, data: string): Promise<Answer> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => undefined });
  try {
    const [row] = await sql<
      { directory: string }[]
    >`select current_setting('data_directory') as directory`;
    // It was given its folder as its starter wrote it, perhaps through a symbolic link.
    const directory = await realpath(row?.directory ?? "").catch(() => "");
    return directory === data ? "ours" : "elsewhere";
  } catch (error) {
    return answerOf((error as { code?: string }).code);
  } finally {
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }
}

function answerOf(code: string | undefined): Answer {
  switch (code) {
    case "ECONNREFUSED":
      return "silent";
    // A wrong password, or no such user.
    case "28P01":
    case "28000":
      return "denied";
    default:
      return "busy";
  }
}
