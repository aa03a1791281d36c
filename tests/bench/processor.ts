import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { db } from "@/lib/platform/database/client";

/** Linux counts in hundredths of a second (`getconf CLK_TCK`). */
const ticks = 100;

interface Counted {
  parent: number;
  /** Of all its threads, since it was started. */
  milliseconds: number;
}

/** @returns null for a process that has ended */
function counted(pid: number): Counted | null {
  try {
    // The second field is a name in brackets, which may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return {
      parent: Number(fields[1]),
      milliseconds: ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks,
    };
  } catch {
    return null;
  }
}

/** Milliseconds of processor that a process and those it started have used. */
export function processorOf(root: number): number {
  const all = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const process = counted(Number(name));
        return process ? [[Number(name), process] as const] : [];
      }),
  );
  const isOf = (pid: number): boolean =>
    pid === root || (pid > 1 && isOf(all.get(pid)?.parent ?? 0));
  return [...all].reduce(
    (sum, [pid, { milliseconds }]) => (isOf(pid) ? sum + milliseconds : sum),
    0,
  );
}

/** The process of the database server that starts all the others. */
export async function databaseProcess(): Promise<number> {
  const [row] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return counted(row?.pid ?? 0)?.parent ?? 0;
}
