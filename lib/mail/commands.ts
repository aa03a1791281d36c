import "server-only";
import type { Transaction } from "@/db/client";
import { mail } from "@/db/schema/mail";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { enqueueJob } from "@/lib/platform/jobs";
import type { MailKind, MailParams } from "./schema";

/** Puts a mail in the outbox, in the transaction of what it tells of: it leaves if, and only if, that happened. */
export async function enqueueMail<K extends MailKind>(tx: Transaction, kind: K, recipient: string, params: MailParams[K]): Promise<void> {
  const id = newId();
  await tx.insert(mail).values({ id, kind, recipient, params: { ...params }, createdAt: now() });
  await enqueueJob(tx, "mail", { mailId: id, attempt: 0 });
}
