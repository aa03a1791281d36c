import "server-only";
import { and, count, eq, gt, lt, min, or, sql } from "drizzle-orm";
import { mail } from "@/db/schema/mail";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { daysBefore } from "@/lib/platform/values/days";

/** Days that a mail which was given up is told of, from when it was written. */
const toldDays = 14;

export interface Undelivered {
  count: number;
  /** When the oldest was written. */
  since: Date;
  /** The code of the newest attempt; null when none was made. */
  lastError: string | null;
}

/** Mails that have waited for an hour, or were given up lately; null when there are none. */
export async function undelivered(): Promise<Undelivered | null> {
  const at = now();
  const [row] = await db
    .select({
      count: count(),
      since: min(mail.createdAt),
      lastError: sql<string | null>`
        (array_agg(${mail.lastError} order by ${mail.createdAt} desc)
          filter (where ${mail.lastError} is not null))[1]`,
    })
    .from(mail)
    .where(
      or(
        and(eq(mail.state, "queued"), lt(mail.createdAt, daysBefore(at, 1 / 24))),
        and(eq(mail.state, "failed"), gt(mail.createdAt, daysBefore(at, toldDays))),
      ),
    );
  return row?.since ? { ...row, since: row.since } : null;
}

/** The same for a viewer who has somebody to tell of it. */
export async function undeliveredFor(viewer: Viewer): Promise<Undelivered | null> {
  return can(viewer, "outbox:oversee") ? undelivered() : null;
}
