import "server-only";
import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { searchAlert } from "@/db/schema/alert";
import { db } from "@/lib/platform/database/client";
import { pullBack } from "@/lib/platform/database/pull-back";
import { log } from "@/lib/platform/environment/log";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";
import { daysBefore } from "@/lib/platform/values/days";
import { newOffersFor } from "../queries";

const batch = 200;
/**
 * An approval under way bears an instant that has passed when it shows: what is younger than this
 * waits for the next mail.
 */
const settledMs = 60_000;

/**
 * The daily job: tells each alert of the offers published since it was told last. An alert in a
 * transaction of its own, its row locked: of two workers the second finds nothing new. An offer
 * that comes back from a pause is no news: it keeps the day it was published; one that nobody could
 * see is published the day it shows (`showInCatalogue`). An alert that fails stops none of the
 * others, and stays as it is for the next run.
 */
export async function sendAlerts(): Promise<void> {
  const start = now();
  // The last run that was right may be a day ago: rather told twice than never.
  await pullBack(searchAlert.notifiedUntil, start, { to: daysBefore(start, 1) });
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const alerts = await db
      .select({
        id: searchAlert.id,
        query: searchAlert.query,
        notifiedUntil: searchAlert.notifiedUntil,
      })
      .from(searchAlert)
      .where(and(isNotNull(searchAlert.confirmedAt), gt(searchAlert.id, after)))
      .orderBy(asc(searchAlert.id))
      .limit(batch);
    for (const alert of alerts) {
      await tell(alert).catch((error: unknown) =>
        log.error({ err: error, alert: alert.id }, "alert not told"),
      );
    }
    const last = alerts.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function tell({
  id,
  query,
  notifiedUntil,
}: {
  id: string;
  query: string;
  notifiedUntil: Date;
}): Promise<void> {
  const until = new Date(now().getTime() - settledMs);
  // Confirmed a moment ago: nothing that has settled is new to it.
  if (until <= notifiedUntil || !(await newOffersFor(query, { since: notifiedUntil, until })))
    return;
  await db.transaction(async (tx) => {
    const [told] = await tx
      .update(searchAlert)
      .set({ notifiedUntil: until })
      .where(and(eq(searchAlert.id, id), eq(searchAlert.notifiedUntil, notifiedUntil)))
      .returning({ email: searchAlert.email });
    if (told)
      await enqueueMail(tx, "newOffers", told.email, {
        alertId: id,
        since: notifiedUntil.toISOString(),
        until: until.toISOString(),
      });
  });
}
