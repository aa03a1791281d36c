import "server-only";
import { desc, eq } from "drizzle-orm";
import { mailboxMessage } from "@/db/schema/mail";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { isUuid } from "@/lib/platform/values/id";

export function isMailboxOpen(): boolean {
  return env.mailboxOpen;
}

/** Messages of the local mailbox, newest first; none in production. */
export async function mailboxMessages() {
  if (!isMailboxOpen()) return [];
  return db
    .select({
      id: mailboxMessage.id,
      recipient: mailboxMessage.recipient,
      subject: mailboxMessage.subject,
      receivedAt: mailboxMessage.receivedAt,
    })
    .from(mailboxMessage)
    .orderBy(desc(mailboxMessage.receivedAt), desc(mailboxMessage.id))
    .limit(200);
}

export async function mailboxMessageById(id: string) {
  if (!isMailboxOpen() || !isUuid(id)) return null;
  const [row] = await db.select().from(mailboxMessage).where(eq(mailboxMessage.id, id));
  return row ?? null;
}
