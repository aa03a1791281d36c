import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/lib/platform/database/client";
import { machineTime } from "@/lib/platform/values/clock";

const mostHours = 1;

/**
 * For jobs that delete for good what is old enough: a clock that is ahead would delete it too
 * early. As the log's own trigger does (drizzle/0001), it goes by the database's clock. The two are
 * one where the database runs on the same machine: nothing is noticed there.
 * @throws Error when this machine's clock and the database's are more than an hour apart: the job
 * fails, which is logged, and is tried again
 */
export async function sureOfTime(): Promise<void> {
  const before = machineTime().getTime();
  const [row] = await db.execute<{ ms: string }>(
    sql`select floor(extract(epoch from clock_timestamp()) * 1000)::text as ms`,
  );
  const hours = (before - Number(row?.ms)) / 3600_000;
  if (Math.abs(hours) <= mostHours) return;
  throw new Error(
    `Nothing is deleted: this machine's clock is ${Math.abs(hours).toFixed(1)} hours ` +
      `${hours > 0 ? "ahead of" : "behind"} the database's. Set both by NTP.`,
  );
}
