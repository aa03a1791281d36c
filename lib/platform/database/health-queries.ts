import "server-only";
import { sql } from "drizzle-orm";
import { log } from "@/lib/platform/environment/log";
import { db } from "./client";

export async function isDatabaseAnswering(): Promise<boolean> {
  try {
    await db.execute(sql`select 1`);
    return true;
  } catch (error) {
    log.error({ err: error }, "database away");
    return false;
  }
}
