import "server-only";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { suspendsAccount, suspendsOffer } from "@/db/suspended";
import { offer } from "@/lib/offer/content/tables";
import type { Viewer } from "@/lib/platform/access/policy";
import { db, type Executor } from "@/lib/platform/database/client";
import { type SuspendedThing, suspendedThings } from "./rules";

/** What the ARS suspended, and what it said to those it concerns. */
export interface SuspensionInForceDto {
  thing: SuspendedThing;
  message: string;
  since: Date;
}

export const suspendedThingOf = sql<SuspendedThing>`case when ${suspension.offerId} is not null then 'offer' when ${suspension.accountId} is not null then 'account' when ${suspension.structureId} is not null then 'structure' else 'structureType' end`;

const hold = {
  thing: suspendedThingOf,
  message: suspension.message,
  since: suspension.suspendedAt,
};

function narrowest(holds: readonly SuspensionInForceDto[]): SuspensionInForceDto | null {
  return (
    [...holds].sort(
      (a, b) => suspendedThings.indexOf(a.thing) - suspendedThings.indexOf(b.thing),
    )[0] ?? null
  );
}

/**
 * What holds offers back, by offer; those that nothing holds are left out. The caller has decided
 * that its reader may know the offers.
 * @param where on `offer`
 */
export async function suspensionsOfOffers(
  where: SQL,
  executor: Executor = db,
): Promise<Map<string, SuspensionInForceDto>> {
  const rows = await executor
    .select({ offerId: offer.id, ...hold })
    .from(offer)
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .innerJoin(suspension, sql`${suspendsOffer}`)
    .where(where);
  const found = new Map<string, SuspensionInForceDto>();
  for (const { offerId, ...row } of rows) {
    const kept = narrowest([
      row,
      ...(found.has(offerId) ? [found.get(offerId) as SuspensionInForceDto] : []),
    ]);
    if (kept) found.set(offerId, kept);
  }
  return found;
}

/** Why the viewer can only read; null for anyone who is not suspended. */
export async function suspensionOfViewer(viewer: Viewer): Promise<SuspensionInForceDto | null> {
  if (viewer.kind !== "offeror" || !viewer.readOnly) return null;
  const rows = await db
    .select(hold)
    .from(account)
    .innerJoin(structure, eq(structure.id, account.structureId))
    .innerJoin(suspension, sql`${suspendsAccount}`)
    .where(eq(account.id, viewer.accountId));
  return narrowest(rows);
}

/** The suspension in force of one thing itself. */
export async function suspensionOf(executor: Executor, thing: SuspendedThing, id: string) {
  const [row] = await executor
    .select()
    .from(suspension)
    .where(and(columnOf(thing, id), isNull(suspension.liftedAt)));
  return row ?? null;
}

export function columnOf(thing: SuspendedThing, id: string) {
  switch (thing) {
    case "offer":
      return eq(suspension.offerId, id);
    case "account":
      return eq(suspension.accountId, id);
    case "structure":
      return eq(suspension.structureId, id);
    case "structureType":
      return eq(suspension.typeId, id);
  }
}
