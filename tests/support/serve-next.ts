import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/db/embedded-process";
import { endChild } from "@/lib/platform/start/end-child";

export interface Served {
  origin: string;
  stop: () => Promise<void>;
}

const next = "node_modules/next/dist/bin/next";

/** A server of this folder's build, or of another one, on a free port. */
export async function serve(args: readonly string[], environment: Readonly<Record<string, string>>, answers: string): Promise<Served> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...args, ...(args[0] === next ? ["--port", String(port)] : [String(port)])], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", LOG_LEVEL: "error", ...environment, PORT: String(port), SITE_ORIGIN: origin },
  });
  for (let attempt = 0; ; attempt++) {
    const response = await fetch(`${origin}${answers}`).catch(() => null);
    if (response) break;
    if (attempt > 300 || child.exitCode !== null) throw new Error(`Nothing answers at ${origin}${answers}.`);
    await pause(100);
  }
  return { origin, stop: () => endChild(child) };
}

export function serveNext(folder: string | null, environment: Readonly<Record<string, string>>, answers: string): Promise<Served> {
  return serve([next, "start", ...(folder ? [folder] : [])], environment, answers);
}

/** Runs a program to its end. @throws when it fails */
export async function run(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<void> {
  const child = spawn(program, [...args], { stdio: "inherit", env: { ...process.env, ...environment } });
  const code = await new Promise<number | null>((done) => child.once("exit", done));
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}.`);
}
