import "server-only";
import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { searchAlert } from "@/db/schema/alert";
import { enqueueMail } from "@/lib/mail/commands";
import { now } from "@/lib/platform/clock";
import { newOffersFor } from "../queries";

const batch = 200;

/**
 * The daily job: tells each alert of the offers published since it was told last. An alert in a transaction of its own,
 * its row locked: of two workers the second finds nothing new. An offer that comes back from a pause is no news: it keeps
 * the day it was published.
 */
export async function tellAlerts(): Promise<void> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const alerts = await db
      .select({ id: searchAlert.id, query: searchAlert.query, toldUntil: searchAlert.toldUntil })
      .from(searchAlert)
      .where(and(isNotNull(searchAlert.confirmedAt), gt(searchAlert.id, after)))
      .orderBy(asc(searchAlert.id))
      .limit(batch);
    for (const alert of alerts) await tell(alert);
    const last = alerts.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function tell({ id, query, toldUntil }: { id: string; query: string; toldUntil: Date }): Promise<void> {
  const at = now();
  if (!(await newOffersFor(query, toldUntil))) return;
  await db.transaction(async (tx) => {
    const [told] = await tx
      .update(searchAlert)
      .set({ toldUntil: at })
      .where(and(eq(searchAlert.id, id), eq(searchAlert.toldUntil, toldUntil)))
      .returning({ email: searchAlert.email });
    if (told) await enqueueMail(tx, "newOffers", told.email, { alertId: id, since: toldUntil.toISOString() });
  });
}
