import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mail, mailboxMessage } from "@/db/schema/mail";
import { now } from "@/lib/platform/clock";
import type { RenderedMail } from "./schema";

/** The mail of a job, unless it has left already. */
export async function mailToDeliver(id: string) {
  const [row] = await db.select().from(mail).where(and(eq(mail.id, id), ne(mail.state, "sent")));
  return row ?? null;
}

export async function markSent(id: string): Promise<void> {
  await db
    .update(mail)
    .set({ state: "sent", sentAt: now(), attempts: sql`${mail.attempts} + 1`, lastError: null })
    .where(eq(mail.id, id));
}

/** @param last no other attempt follows: the ARS has to see it */
export async function markFailed(id: string, lastError: string, last: boolean): Promise<void> {
  await db
    .update(mail)
    .set({ state: last ? "failed" : "queued", attempts: sql`${mail.attempts} + 1`, lastError })
    .where(eq(mail.id, id));
}

/** The local transport: the message stands in the database, once however often it is delivered. */
export async function keepInMailbox(message: RenderedMail): Promise<void> {
  await db
    .insert(mailboxMessage)
    .values({ ...message, receivedAt: now() })
    .onConflictDoNothing();
}
