import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log } from "./log";

export async function isDatabaseAnswering(): Promise<boolean> {
  try {
    await db.execute(sql`select 1`);
    return true;
  } catch (error) {
    log.error({ err: error }, "database away");
    return false;
  }
}
