import "server-only";
import { and, eq, inArray, lt } from "drizzle-orm";
import { mail } from "@/db/schema/mail";
import { db, type Transaction } from "@/lib/platform/database/client";
import { log } from "@/lib/platform/environment/log";
import { now } from "@/lib/platform/values/clock";
import { daysBefore } from "@/lib/platform/values/days";
import { newId } from "@/lib/platform/values/id";
import { enqueueJob } from "../jobs/queue";
import type { MailKind, MailKinds } from "./kinds";

/**
 * Puts a mail in the outbox, in the transaction of what it tells of: it leaves if, and only if,
 * that happened.
 * @param options.afterSeconds how long it waits before it leaves
 * @returns its id, for {@link withdrawMails}
 */
export async function enqueueMail<K extends MailKind>(
  tx: Transaction,
  kind: K,
  recipient: string,
  params: MailKinds[K],
  options: { afterSeconds?: number } = {},
): Promise<string> {
  const id = newId();
  await tx.insert(mail).values({
    id,
    kind,
    recipient,
    params: { ...(params as Record<string, string>) },
    createdAt: now(),
  });
  await enqueueJob(tx, "mail", { mailId: id, attempt: 0 }, options);
  return id;
}

/** Days after which a letter comes too late to be understood. */
const timelyDays = 30;

/**
 * The daily job: queues again what has waited for a day, whose job may be gone (the queue keeps
 * none for ever, lib/start/jobs/registry.ts), and gives up what is too old. Of two jobs of one mail
 * the second finds an attempt made since, and ends.
 */
export async function requeueMails(): Promise<void> {
  const waitsSince = (days: number) =>
    and(eq(mail.state, "queued"), lt(mail.createdAt, daysBefore(now(), days)));
  const code = "tooOld";
  const tooOld = await db
    .update(mail)
    .set({ state: "failed", lastError: code })
    .where(waitsSince(timelyDays))
    .returning({ mail: mail.id, kind: mail.kind });
  for (const row of tooOld) log.error({ ...row, code }, "mail given up");
  await db.transaction(async (tx) => {
    const waiting = await tx
      .select({ mailId: mail.id, attempt: mail.attempts })
      .from(mail)
      .where(waitsSince(1));
    for (const job of waiting) await enqueueJob(tx, "mail", job);
  });
}

/**
 * Takes back mails that wait. Their jobs find nothing and end.
 * @returns false, having taken none back, when one of them has begun to leave
 */
export async function withdrawMails(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  const waiting = await tx
    .select({ id: mail.id })
    .from(mail)
    .where(and(inArray(mail.id, [...ids]), eq(mail.state, "queued"), eq(mail.attempts, 0)))
    .for("update");
  if (waiting.length !== ids.length) return false;
  await tx.delete(mail).where(inArray(mail.id, [...ids]));
  return true;
}
