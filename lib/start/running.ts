import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isAlive } from "@/db/embedded-lock";

/** Where what runs in this folder keeps what it needs from one start to the next. */
export const home = ".data";

const record = join(home, "running.json");
const schema = z.object({ pid: z.int().positive(), port: z.int(), origin: z.string() });
export type RunningPortal = z.infer<typeof schema>;

/**
 * What was last started in this folder, if its record is still there; `isAlive` is whether its
 * process is.
 */
export async function lastStarted(): Promise<(RunningPortal & { isAlive: boolean }) | null> {
  const text = await readFile(record, "utf8").catch(() => "null");
  const kept = schema.safeParse(parsed(text));
  return kept.success ? { ...kept.data, isAlive: isAlive(kept.data.pid) } : null;
}

/** So that a command of this folder prints links to the portal that runs there. */
export async function recordRunning(portal: Omit<RunningPortal, "pid">): Promise<void> {
  await writeFile(record, JSON.stringify({ ...portal, pid: process.pid }));
}

export async function forgetRunning(): Promise<void> {
  if ((await lastStarted())?.pid === process.pid) await rm(record, { force: true });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
