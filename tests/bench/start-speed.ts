import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/db/embedded-process";
import { type Figure, hundredths } from "./figures";

const runs = 5;

/**
 * P8: from `npm start` on an installed, built checkout that has started before, to the first page.
 */
export async function startSpeed(): Promise<Figure[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < runs; turn++) taken.push(await oneStart());
  return [
    {
      id: "P8",
      what:
        `npm start jusqu’à la première page, base embarquée, le plus lent de ${runs - 1} ` +
        "démarrages",
      offers: 0,
      value: hundredths(Math.max(...taken.slice(1))),
      unit: "s",
      bound: { limit: 5, atMost: true },
    },
  ];
}

async function oneStart(): Promise<number> {
  const port = await freePort();
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    SITE_ORIGIN: `http://127.0.0.1:${port}`,
  };
  // With the embedded database, as somebody who just cloned the portal has it.
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "PORTAL_MODE"])
    Reflect.deleteProperty(environment, name);
  const started = performance.now();
  const child = spawn("npm", ["start"], { stdio: "ignore", detached: true, env: environment });
  const exited = new Promise((done) => child.once("exit", done).once("error", done));
  try {
    for (;;) {
      const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
      if (response?.ok) return (performance.now() - started) / 1000;
      if (child.exitCode !== null || performance.now() - started > 60_000)
        throw new Error(
          "npm start shows no first page: " +
            `${response ? `it answers ${response.status}` : "it does not answer"}.`,
        );
      await pause(20);
    }
  } finally {
    end(child);
    await exited;
    // Postgres closes after its portal did; a portal started meanwhile would wait for it. One that
    // somebody else started goes on.
    const until = performance.now() + 30_000;
    while (existsSync(".data/postgres/postmaster.pid") && performance.now() < until)
      await pause(50);
  }
}

/** npm and what it started. */
function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGTERM");
  } catch (error) {
    // What died by itself has an error to tell, which this one would hide.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
