import "server-only";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { throttle } from "@/db/schema/account";
import { now } from "./clock";

/** Keys are digests: the table must not become a list of addresses. */
function digest(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** What is left of a limit after an attempt. */
export interface Allowance {
  allowed: boolean;
  /** Attempts left in the window. */
  remaining: number;
  /** Seconds until the window ends. */
  resetsIn: number;
}

/**
 * Counts one attempt. Its own statement, outside any transaction, so that an attempt counts even when what follows fails.
 * @param key what is guarded, such as `signIn:` and an address; forged network addresses cannot widen it
 * @param limit attempts per window
 * @param windowSeconds length of the window, from its first attempt
 */
export async function countAttempt(key: string, limit: number, windowSeconds: number): Promise<Allowance> {
  const at = now();
  const windowEndsAt = new Date(at.getTime() + windowSeconds * 1000);
  const [row] = await db
    .insert(throttle)
    .values({ key: digest(key), count: 1, windowEndsAt })
    .onConflictDoUpdate({
      target: throttle.key,
      set: {
        count: sql`case when ${throttle.windowEndsAt} <= ${at.toISOString()}::timestamptz then 1 else ${throttle.count} + 1 end`,
        windowEndsAt: sql`case when ${throttle.windowEndsAt} <= ${at.toISOString()}::timestamptz then excluded.window_ends_at else ${throttle.windowEndsAt} end`,
      },
    })
    .returning({ count: throttle.count, windowEndsAt: throttle.windowEndsAt });
  const count = row?.count ?? limit + 1;
  return { allowed: count <= limit, remaining: Math.max(0, limit - count), resetsIn: Math.max(1, Math.ceil(((row?.windowEndsAt ?? windowEndsAt).getTime() - at.getTime()) / 1000)) };
}

/** Counts one attempt and says whether it is still within the limit, see {@link countAttempt}. */
export async function withinLimit(key: string, limit: number, windowSeconds: number): Promise<boolean> {
  return (await countAttempt(key, limit, windowSeconds)).allowed;
}

/** Forgets the attempts on a key: after the owner proved to be the owner. */
export async function resetLimit(key: string): Promise<void> {
  await db.delete(throttle).where(eq(throttle.key, digest(key)));
}
