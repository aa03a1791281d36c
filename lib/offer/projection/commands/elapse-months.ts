import "server-only";
import { asc, lt, sql } from "drizzle-orm";
import { currentMonth } from "@/lib/offer/availability/elapsed";
import { db } from "@/lib/platform/database/client";
import { log } from "@/lib/platform/environment/log";
import { clockSkewSeconds, now } from "@/lib/platform/values/clock";
import { publicOffer } from "../tables";
import { rememberVersion, rewriteAll, writtenVersion } from "./rebuild";
import { refreshCatalogue } from "./refresh";

const batch = 500;

/**
 * Takes the month that ended out of the catalogue: offers that began in it begin with their next
 * month, or never again. In batches, each a transaction like any decision's. Within a month it
 * finds nothing to do, by one look into an index. After a clock that was ahead all months that it
 * took out come back.
 */
export async function elapseMonths(): Promise<void> {
  await bringBackMonths(now());
  for (;;) {
    const due = await db
      .select({ id: publicOffer.offerId })
      .from(publicOffer)
      .where(lt(publicOffer.start, currentMonth(now())))
      .orderBy(asc(publicOffer.start))
      .limit(batch);
    if (due.length === 0) return;
    await db.transaction((tx) => refreshCatalogue(tx, { offerIds: due.map(({ id }) => id) }));
  }
}

/**
 * Rows say nothing of the months that are over, so only the offers can tell what a clock that was
 * ahead took out. The month is remembered before its rows are written, and one that comes after
 * the present only forgotten once all rows are: a run that is stopped begins anew. An instance a
 * little behind another takes nothing back when a month begins.
 */
async function bringBackMonths(at: Date): Promise<void> {
  const written = Number((await writtenVersion("catalogueMonth")) ?? 0);
  const month = currentMonth(at);
  if (written > currentMonth(new Date(at.getTime() + clockSkewSeconds * 1000))) {
    await db.transaction(async (tx) => {
      // It may take longer than until this runs again.
      const [lock] = await tx.execute<{ own: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtext('portail.months')) as own`,
      );
      if (!lock?.own) return;
      log.warn({ written, month }, "the clock went back: the catalogue is written anew");
      await rewriteAll();
      await rememberVersion("catalogueMonth", String(month));
    });
  } else if (written < month) await rememberVersion("catalogueMonth", String(month));
}
