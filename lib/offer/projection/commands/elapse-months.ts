import "server-only";
import { asc, lt } from "drizzle-orm";
import { currentMonth } from "@/lib/offer/availability/elapsed";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { publicOffer } from "../tables";
import { refreshCatalogue } from "./refresh";

const batch = 500;

/**
 * Takes the month that ended out of the catalogue: offers that began in it begin with their next
 * month, or never again. In batches, each a transaction like any decision's. Within a month it
 * finds nothing to do, by one look into an index.
 */
export async function elapseMonths(): Promise<void> {
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
