import "server-only";
import { asc, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { publicOffer } from "@/db/schema/catalogue";
import { currentMonth } from "@/lib/offer/elapsed";
import { now } from "@/lib/platform/clock";
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
