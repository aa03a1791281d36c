import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { isAlive } from "./embedded-lock";

/** Any number, as long as nothing else of the portal locks it. */
const ownerLock = 20_260_902;

export interface Ownership {
  /** Not when its connection was cut: a process of the server crashed, or the whole server did. */
  isHeld: () => boolean;
  release: () => Promise<void>;
}

/**
 * Who stops a server in the end holds a lock of that very server, and so is one process at a time:
 * PostgreSQL gives the lock back when its holder dies, however it dies, and the next one who joins
 * takes it.
 * @returns null when somebody else owns the server
 * @throws when it does not answer
 */
export async function ownServer(url: string): Promise<Ownership | null> {
  let held = false;
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 3,
    // The lock lives as long as its connection, which the driver would renew every half hour.
    max_lifetime: null,
    fetch_types: false,
    connection: { application_name: "portail (arrêt du serveur)" },
    onnotice: () => undefined,
    onclose: () => {
      held = false;
    },
  });
  const release = () => sql.end({ timeout: 1 }).catch(() => undefined);
  try {
    const rows = await sql<{ own: boolean }[]>`select pg_try_advisory_lock(${ownerLock}) as own`;
    held = rows[0]?.own ?? false;
  } finally {
    if (!held) await release();
  }
  return held ? { isHeld: () => held, release } : null;
}

/**
 * PostgreSQL's «fast», «immediate», and what leaves it no choice, with the seconds each is given.
 */
const ends = [
  ["SIGINT", 30],
  ["SIGQUIT", 5],
  ["SIGKILL", 5],
] as const;

/** Ends a server and waits until it has; one that is frozen, too. */
export async function endServer(pid: number): Promise<void> {
  for (const [signal, seconds] of ends) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const until = Date.now() + seconds * 1000;
    while (isAlive(pid) && Date.now() < until) await pause(20);
  }
}
