import "server-only";
import { eq, sql } from "drizzle-orm";
import { searchAlert } from "@/db/schema/alert";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import type { AlertRefusal } from "../labels";
import { alertOfToken } from "../queries";
import { forgetAlertMails } from "./forget-mails";

/**
 * Begins an alert: the one who holds the link reads the address's mail. Doing it twice is doing it
 * once.
 */
export async function confirmAlert(token: string): Promise<Outcome<null, AlertRefusal>> {
  const id = alertOfToken(token);
  if (!id) return refused("linkUnknown");
  const at = now();
  // What was published before was there to be found: only what comes after is news.
  const confirmed = await db
    .update(searchAlert)
    .set({
      confirmedAt: sql`coalesce(${searchAlert.confirmedAt}, ${at.toISOString()}::timestamptz)`,
      notifiedUntil: sql`case when ${searchAlert.confirmedAt} is null then ${at.toISOString()}::timestamptz else ${searchAlert.notifiedUntil} end`,
    })
    .where(eq(searchAlert.id, id))
    .returning({ id: searchAlert.id });
  return confirmed.length > 0 ? done(null) : refused("linkUnknown");
}

/**
 * Ends an alert: nothing of it is kept, nor the address of what it sent. One that has ended already
 * has ended.
 */
export async function endAlert(token: string): Promise<Outcome<null, AlertRefusal>> {
  const id = alertOfToken(token);
  if (!id) return refused("linkUnknown");
  await db.transaction(async (tx) => {
    const ended = await tx
      .delete(searchAlert)
      .where(eq(searchAlert.id, id))
      .returning({ id: searchAlert.id });
    if (ended.length > 0) await forgetAlertMails(tx);
  });
  return done(null);
}
