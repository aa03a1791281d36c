import "server-only";
import { createHash } from "node:crypto";
import { type Column, eq, inArray, sql } from "drizzle-orm";
import { throttle } from "@/db/schema/account";
import { db } from "@/lib/platform/database/client";
import { wasSent } from "@/lib/platform/database/once";
import { env } from "@/lib/platform/environment/env";
import { clockSkewSeconds, now } from "@/lib/platform/values/clock";
import { type LimitKeys, type LimitName, type LimitRule, limits, waitInWords } from "./limits";

/** Keys are digests: the table must not become a list of addresses. */
function digest(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** What is left of a limit after an attempt. */
export interface Allowance {
  allowed: boolean;
  /** Attempts left in the window. */
  remaining: number;
  /** Seconds until the next attempt is taken, or until the window ends. */
  resetsIn: number;
}

/**
 * Counts one attempt, unless it is refused. Its own statement, outside any transaction, so that an
 * attempt counts even when what follows fails; of attempts that come at once no more than the limit
 * are taken. A window or a wait that would last longer than any begun now was written by a clock
 * that was ahead: it is over, or it would shut people out until the clock gets there.
 * @param key what is guarded, such as `signIn:` and an address
 */
export async function countAttempt(
  key: string,
  { max, seconds, delays = [] }: Omit<LimitRule, "by">,
): Promise<Allowance> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const ends = sql`${at} + make_interval(secs => ${seconds})`;
  // Nothing to wait is null: to attempts that come at once, an instant a moment ago would still lie
  // ahead.
  const holds = `{${[0, ...delays].map((delay) => delay || "null").join()}}`;
  const heldAfter = (count: typeof at) =>
    sql`${at} + make_interval(secs => (${holds}::float8[])[least(${count}, ${delays.length}) + 1])`;
  // Two clocks that are right may differ by the skew: an instance behind begins no window anew.
  const isPast = (until: Column, longest: number) =>
    sql`(${until} <= ${at}
      or ${until} > ${at} + make_interval(secs => ${longest + clockSkewSeconds}))`;
  const isOver = isPast(throttle.windowEndsAt, seconds);
  const isFree = sql`coalesce(${isPast(throttle.heldUntil, Math.max(0, ...delays))}, true)`;
  const count = sql`case when ${isOver} then 1 else ${throttle.count} + 1 end`;
  const hashed = digest(key);
  const [taken] = await db
    .insert(throttle)
    .values({ key: hashed, count: 1, windowEndsAt: ends, heldUntil: heldAfter(sql`1`) })
    .onConflictDoUpdate({
      target: throttle.key,
      set: {
        count,
        windowEndsAt: sql`case when ${isOver} then excluded.window_ends_at else ${throttle.windowEndsAt} end`,
        heldUntil: heldAfter(count),
      },
      setWhere: sql`${isOver} or (${throttle.count} < ${max} and ${isFree})`,
    })
    .returning({ count: throttle.count, windowEndsAt: throttle.windowEndsAt });
  if (taken)
    return {
      allowed: true,
      remaining: max - taken.count,
      resetsIn: secondsUntil(taken.windowEndsAt),
    };
  const [row] = await db.select().from(throttle).where(eq(throttle.key, hashed));
  const until = row && row.count < max ? (row.heldUntil ?? now()) : (row?.windowEndsAt ?? now());
  return { allowed: false, remaining: 0, resetsIn: secondsUntil(until) };
}

function secondsUntil(instant: Date): number {
  return Math.max(1, Math.ceil((instant.getTime() - now().getTime()) / 1000));
}

function keyOf(name: LimitName, rule: LimitRule, keys: Partial<Record<string, string>>): string {
  return JSON.stringify([name, ...rule.by.map((part) => [part, keys[part]])]);
}

/**
 * Counts one attempt against every rule of a limit, and stops at the first that refuses it: what
 * comes after is shared with others, who must not pay for it.
 * @returns null when it is taken; else how long to wait, for the words of the refusal
 */
export async function limitReached<N extends LimitName>(
  name: N,
  keys: LimitKeys<N>,
): Promise<{ wait: string } | null> {
  for (const rule of limits[name] as readonly LimitRule[]) {
    const isNetworkAlone = rule.by.length === 1 && rule.by[0] === "network";
    const max = isNetworkAlone ? Math.floor(rule.max * env.networkLimitFactor) : rule.max;
    const { allowed, resetsIn } = await countAttempt(keyOf(name, rule, keys), { ...rule, max });
    if (!allowed) return (await wasSent(db)) ? null : { wait: waitInWords(resetsIn) };
  }
  return null;
}

/**
 * The attempt was no guess: its owner pays nothing for it, and what is theirs alone begins anew.
 */
export async function takeBack<N extends LimitName>(name: N, keys: LimitKeys<N>): Promise<void> {
  const [own, ...shared] = (limits[name] as readonly LimitRule[]).map((rule) =>
    digest(keyOf(name, rule, keys)),
  );
  await db.delete(throttle).where(eq(throttle.key, own ?? ""));
  if (shared.length > 0)
    await db
      .update(throttle)
      .set({ count: sql`${throttle.count} - 1` })
      .where(inArray(throttle.key, shared));
}

/**
 * Forgets what was counted of a target or an account, from wherever it came: its owner proved to be
 * the owner.
 */
export async function forgetAttempts<N extends LimitName>(
  name: N,
  keys: LimitKeys<N>,
): Promise<void> {
  const rules = (limits[name] as readonly LimitRule[]).filter(({ by }) =>
    by.some((part) => part !== "network"),
  );
  await db.delete(throttle).where(
    inArray(
      throttle.key,
      rules.map((rule) => digest(keyOf(name, rule, keys))),
    ),
  );
}
