import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { searchAlert } from "@/db/schema/alert";
import { filterQuery, readFilter } from "@/lib/catalogue/filter";
import { isPlaceUnknown, understood } from "@/lib/catalogue/queries/resolve";
import { enqueueMail } from "@/lib/mail/commands";
import { done, type Outcome, refused } from "@/lib/platform/action-result";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { withinLimit } from "@/lib/platform/throttle";
import type { AlertRefusal } from "../labels";
import type { AlertInput } from "../schema";

/** Confirmations asked for in a day: for one address, and for all together, wherever they come from. */
const forOneAddress = 5;
const forAll = 2000;

/**
 * Writes to an address to ask whether it wants to hear of a search. The answer is the same whether it hears of it
 * already, so that nobody learns who follows what.
 */
export async function askAlert({ recherche, email }: AlertInput): Promise<Outcome<{ query: string }, AlertRefusal>> {
  const filter = readFilter(recherche);
  // Its offers would be those of the whole region.
  if (isPlaceUnknown(await understood(filter))) return refused("placeUnknown", undefined, { commune: filter.lieu });
  const query = filterQuery(filter, { apres: "", tri: "", depuis: "" });
  if (!(await withinLimit(`alert:${email}`, forOneAddress, 86_400)) || !(await withinLimit("alert", forAll, 86_400))) return refused("tooManyAlerts");
  return db.transaction(async (tx) => {
    const at = now();
    const [made] = await tx.insert(searchAlert).values({ id: newId(), email, query, createdAt: at, toldUntil: at }).onConflictDoNothing().returning();
    const [alert] = made ? [made] : await tx.select().from(searchAlert).where(and(eq(searchAlert.email, email), eq(searchAlert.query, query))).for("share");
    if (alert && !alert.confirmedAt) await enqueueMail(tx, "confirmAlert", email, { alertId: alert.id });
    return done({ query });
  });
}
