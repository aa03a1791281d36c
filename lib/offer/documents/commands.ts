import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { document } from "@/db/schema/document";
import { offer } from "@/db/schema/offer";
import { uploadTally } from "@/db/schema/upload-tally";
import type { Transaction } from "@/lib/platform/database/client";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import type { DocumentRefusal } from "./labels";
import { dailyQuota, structureQuota, unconfirmedQuota } from "./rules";

interface Held {
  documents: number;
  /** Of them all. */
  bytes: number;
}

/**
 * Counts one more document of a structure, if its quotas allow it. Uploads of one structure take
 * turns from here to the end of their transactions, so that none passes a quota beside another.
 * @param size bytes
 */
export async function countDocument(
  tx: Transaction,
  sender: { structureId: string; addressConfirmed: boolean },
  size: number,
): Promise<Outcome<null, DocumentRefusal>> {
  const { structureId, addressConfirmed } = sender;
  const day = dayOf(now());
  const own = and(eq(uploadTally.structureId, structureId), eq(uploadTally.day, day));
  const today = await takeTurn(tx, structureId, day);
  if (exceeds(today, size, dailyQuota)) return refused("tooManyToday");
  const held = await heldBy(tx, structureId);
  if (!addressConfirmed && exceeds(held, size, unconfirmedQuota)) return refused("confirmFirst");
  if (exceeds(held, size, structureQuota)) return refused("structureFull");
  await tx
    .update(uploadTally)
    .set({
      documents: sql`${uploadTally.documents} + 1`,
      bytes: sql`${uploadTally.bytes} + ${size}`,
    })
    .where(own);
  return done(null);
}

/**
 * Whether a structure may hold so many bytes more. As {@link countDocument}, it waits for its turn.
 */
export async function hasRoom(
  tx: Transaction,
  structureId: string,
  bytes: number,
): Promise<boolean> {
  await takeTurn(tx, structureId, dayOf(now()));
  return !exceeds(await heldBy(tx, structureId), bytes, structureQuota);
}

/** @returns what the structure sent that day */
async function takeTurn(
  tx: Transaction,
  structureId: string,
  day: string,
): Promise<Held | undefined> {
  const [today] = await tx
    .insert(uploadTally)
    .values({ structureId, day })
    .onConflictDoUpdate({
      target: [uploadTally.structureId, uploadTally.day],
      set: { documents: uploadTally.documents },
    })
    .returning({ documents: uploadTally.documents, bytes: uploadTally.bytes });
  return today;
}

async function heldBy(tx: Transaction, structureId: string): Promise<Held | undefined> {
  const [held] = await tx
    .select({
      documents: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(${document.size}), 0)::float8`,
    })
    .from(document)
    .innerJoin(offer, eq(offer.id, document.offerId))
    .where(eq(offer.structureId, structureId));
  return held;
}

function exceeds(held: Held | undefined, size: number, quota: Held): boolean {
  return (held?.documents ?? 0) + 1 > quota.documents || (held?.bytes ?? 0) + size > quota.bytes;
}
