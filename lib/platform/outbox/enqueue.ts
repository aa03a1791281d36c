import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { mail } from "@/db/schema/mail";
import type { Transaction } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
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
