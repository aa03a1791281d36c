import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { and, eq, lt, sql } from "drizzle-orm";
import { uploadTally } from "@/db/schema/upload-tally";
import { db } from "@/lib/platform/database/client";
import { type Outcome, refused } from "@/lib/platform/form/action-result";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import type { ImportRefusal } from "../labels";
import { importsPerDay } from "../schema";

/**
 * Milliseconds after which a turn is another's: whoever had it died. Twice what a file may take.
 */
const turnMs = 15_000;
/**
 * Milliseconds one waits for a turn, and between two looks: a form that was sent twice is read
 * twice, in turn.
 */
const waitMs = 5_000;
const lookMs = 250;

/**
 * Reads a file when no other of the same structure is being read, on whatever instance, and counts
 * it for the day.
 * @param read what is done meanwhile
 */
export async function inTurn<T>(
  structureId: string,
  read: () => Promise<Outcome<T, ImportRefusal>>,
): Promise<Outcome<T, ImportRefusal>> {
  const day = dayOf(now());
  const own = and(eq(uploadTally.structureId, structureId), eq(uploadTally.day, day));
  for (let waited = 0; ; waited += lookMs) {
    const turn = await takeTurn(structureId, day);
    if (turn === "taken") break;
    if (turn === "tooManyToday" || waited >= waitMs) return refused(turn);
    await pause(lookMs);
  }
  try {
    return await read();
  } finally {
    await db.update(uploadTally).set({ readingUntil: null }).where(own);
  }
}

async function takeTurn(
  structureId: string,
  day: string,
): Promise<"taken" | "busy" | "tooManyToday"> {
  const at = now();
  const readingUntil = new Date(at.getTime() + turnMs);
  const taken = await db
    .insert(uploadTally)
    .values({ structureId, day, imports: 1, readingUntil })
    .onConflictDoUpdate({
      target: [uploadTally.structureId, uploadTally.day],
      set: { imports: sql`${uploadTally.imports} + 1`, readingUntil },
      setWhere: sql`${lt(uploadTally.imports, importsPerDay)}
        and (${uploadTally.readingUntil} is null or ${lt(uploadTally.readingUntil, at)})`,
    })
    .returning({ day: uploadTally.day });
  if (taken.length > 0) return "taken";
  const [today] = await db
    .select({ imports: uploadTally.imports })
    .from(uploadTally)
    .where(and(eq(uploadTally.structureId, structureId), eq(uploadTally.day, day)));
  return (today?.imports ?? 0) >= importsPerDay ? "tooManyToday" : "busy";
}
