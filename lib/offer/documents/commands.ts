import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { document } from "@/db/schema/document";
import { offer } from "@/db/schema/offer";
import { uploadTally } from "@/db/schema/upload-tally";
import { db, type Executor, type Transaction } from "@/lib/platform/database/client";
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

interface Sender {
  structureId: string;
  addressConfirmed: boolean;
}

/**
 * Counts one more document of a structure, if its quotas allow it. Uploads of one structure take
 * turns from here to the end of their transactions, so that none passes a quota beside another.
 * @param size bytes
 */
export async function countDocument(
  tx: Transaction,
  sender: Sender,
  size: number,
): Promise<Outcome<null, DocumentRefusal>> {
  const day = dayOf(now());
  await takeTurn(tx, sender.structureId, day);
  const refusal = await quotaRefusal(sender, size, tx);
  if (refusal) return refused(refusal);
  await tx
    .update(uploadTally)
    .set({
      documents: sql`${uploadTally.documents} + 1`,
      bytes: sql`${uploadTally.bytes} + ${size}`,
    })
    .where(tallyOf(sender.structureId, day));
  return done(null);
}

/**
 * Why one more document of a structure would not be taken now; null where it would. Only
 * {@link countDocument}, in its turn, decides.
 * @param size bytes
 */
export async function quotaRefusal(
  { structureId, addressConfirmed }: Sender,
  size: number,
  via: Executor = db,
): Promise<DocumentRefusal | null> {
  const [today] = await via
    .select({ documents: uploadTally.documents, bytes: uploadTally.bytes })
    .from(uploadTally)
    .where(tallyOf(structureId, dayOf(now())));
  if (exceeds(today, size, dailyQuota)) return "tooManyToday";
  const held = await heldBy(via, structureId);
  if (!addressConfirmed && exceeds(held, size, unconfirmedQuota)) return "confirmFirst";
  return exceeds(held, size, structureQuota) ? "structureFull" : null;
}

const tallyOf = (structureId: string, day: string) =>
  and(eq(uploadTally.structureId, structureId), eq(uploadTally.day, day));

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

async function takeTurn(tx: Transaction, structureId: string, day: string): Promise<void> {
  await tx
    .insert(uploadTally)
    .values({ structureId, day })
    .onConflictDoUpdate({
      target: [uploadTally.structureId, uploadTally.day],
      set: { documents: uploadTally.documents },
    });
}

async function heldBy(via: Executor, structureId: string): Promise<Held | undefined> {
  const [held] = await via
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
