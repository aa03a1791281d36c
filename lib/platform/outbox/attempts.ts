import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { mail, mailboxMessage } from "@/db/schema/mail";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { enqueueJob } from "../jobs/queue";
import type { AddressedLetter } from "./kinds";
import { isGivenUp, pauseBeforeRetry } from "./retry";

/**
 * The mail of a job, unless it has left or was given up, or another attempt has been made since the
 * job was queued.
 */
export async function mailToDeliver(id: string, attempt: number) {
  const [row] = await db.select().from(mail).where(isStill(id, attempt));
  return row ?? null;
}

function isStill(id: string, attempt: number) {
  return and(eq(mail.id, id), eq(mail.state, "queued"), eq(mail.attempts, attempt));
}

/** @param options.forgetRecipient its row keeps no address any more */
export async function markSent(
  id: string,
  { forgetRecipient }: { forgetRecipient: boolean },
): Promise<void> {
  await db
    .update(mail)
    .set({
      state: "sent",
      sentAt: now(),
      attempts: sql`${mail.attempts} + 1`,
      lastError: null,
      ...(forgetRecipient ? { recipient: "" } : {}),
    })
    .where(eq(mail.id, id));
}

/**
 * Records an attempt that failed and queues the next one, both or neither. After the last one the
 * mail is `failed`.
 * @param attempt how many were made before this one
 * @param lastError a code; never what a mail says or to whom
 * @returns whether it was the last one
 */
export async function postpone(id: string, attempt: number, lastError: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(mail)
      .set({ attempts: attempt + 1, lastError })
      .where(isStill(id, attempt))
      .returning({ attempts: mail.attempts, createdAt: mail.createdAt });
    if (!row) return false;
    if (isGivenUp(row.attempts, (now().getTime() - row.createdAt.getTime()) / 1000)) {
      await tx.update(mail).set({ state: "failed" }).where(eq(mail.id, id));
      return true;
    }
    await enqueueJob(
      tx,
      "mail",
      { mailId: id, attempt: row.attempts },
      { afterSeconds: pauseBeforeRetry(row.attempts, Math.random()) },
    );
    return false;
  });
}

/** The local transport: the message stands in the database, once however often it is delivered. */
export async function saveInMailbox(letter: AddressedLetter): Promise<void> {
  await db
    .insert(mailboxMessage)
    .values({ ...letter, receivedAt: now() })
    .onConflictDoNothing();
}
