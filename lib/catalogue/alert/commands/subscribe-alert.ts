import "server-only";
import { isNull } from "drizzle-orm";
import { searchAlert } from "@/db/schema/alert";
import { filterQuery, readFilter } from "@/lib/catalogue/search/filter";
import { isPlaceUnknown, understood } from "@/lib/catalogue/search/queries/resolve";
import { db } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { type Caller, unknownCaller } from "@/lib/platform/visitor/caller";
import { limitReached } from "@/lib/platform/visitor/throttle";
import type { AlertRefusal } from "../labels";
import type { AlertInput } from "../schema";

/**
 * Writes to an address to ask whether it wants to hear of a search. The answer is the same whether
 * it hears of it already, so that nobody learns who follows what.
 */
export async function subscribeAlert(
  { recherche, email }: AlertInput,
  from: Caller = unknownCaller,
): Promise<Outcome<{ query: string }, AlertRefusal>> {
  const filter = readFilter(recherche);
  // Its offers would be those of the whole region.
  if (isPlaceUnknown(await understood(filter)))
    return refused("placeUnknown", undefined, { commune: filter.lieu });
  const query = filterQuery(filter, { apres: "", tri: "", depuis: "" });
  const held = await limitReached("alert", { network: from.network, target: email });
  if (held) return refused("tooManyAlerts", undefined, held);
  return db.transaction(async (tx) => {
    const at = now();
    // One that waits for its confirmation waits as long again as its new mail says.
    const [waiting] = await tx
      .insert(searchAlert)
      .values({ id: newId(), email, query, createdAt: at, notifiedUntil: at })
      .onConflictDoUpdate({
        target: [searchAlert.email, searchAlert.query],
        set: { createdAt: at, notifiedUntil: at },
        setWhere: isNull(searchAlert.confirmedAt),
      })
      .returning();
    if (waiting) await enqueueMail(tx, "confirmAlert", email, { alertId: waiting.id });
    return done({ query });
  });
}
