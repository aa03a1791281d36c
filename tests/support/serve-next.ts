import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/db/embedded-process";
import { endChild } from "@/lib/start/end-child";
import { serving } from "@/lib/start/serving";

export interface Served {
  origin: string;
  pid: number;
  /** What it has printed so far; `LOG_LEVEL` says what that is. */
  said: () => string;
  stop: () => Promise<void>;
}

/**
 * A program that serves on the port named last, on a free one.
 * @param at the folder it runs in and the port it takes, where that matters
 */
export async function serve(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  answers: string,
  at: { folder?: string; port?: number } = {},
): Promise<Served> {
  const port = at.port ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...args, String(port)], {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: at.folder,
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      LOG_LEVEL: "error",
      ...environment,
      PORT: String(port),
      SITE_ORIGIN: origin,
    },
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.pipe(process.stderr, { end: false });
  const said = () => Buffer.concat(printed).toString();
  for (let attempt = 0; ; attempt++) {
    const response = await fetch(`${origin}${answers}`).catch(() => null);
    if (response) break;
    if (attempt > 300 || child.exitCode !== null)
      throw new Error(`Nothing answers at ${origin}${answers}.`);
    await pause(100);
  }
  return { origin, pid: child.pid ?? 0, said, stop: () => endChild(child) };
}

/**
 * This checkout's build as `npm start` serves it, or another application's as the framework does.
 */
export function serveNext(
  folder: string | null,
  environment: Readonly<Record<string, string>>,
  answers: string,
): Promise<Served> {
  const program = folder ? ["node_modules/next/dist/bin/next", "start", folder, "--port"] : serving;
  return serve(program, environment, answers);
}

/** Runs a program to its end. @throws when it fails */
export async function run(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(program, [...args], {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  const code = await new Promise<number | null>((done) => child.once("exit", done));
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}.`);
}
