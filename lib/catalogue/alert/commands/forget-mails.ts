import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { searchAlert } from "@/db/schema/alert";
import { mail, mailboxMessage } from "@/db/schema/mail";
import type { Transaction } from "@/lib/platform/database/client";
import type { MailKind } from "@/lib/platform/outbox/kinds";

const kinds: readonly MailKind[] = ["confirmAlert", "newOffers"];

/**
 * Takes the address out of the mails of alerts that are gone: what has not left does not leave,
 * what has left stays counted. It goes by what is gone, so that a mail which slipped past once is
 * met the next time.
 */
export async function forgetAlertMails(tx: Transaction): Promise<void> {
  const isGone = sql`not exists (select from ${searchAlert} where ${searchAlert.id}::text = ${mail.params}->>'alertId')`;
  const addressed = and(inArray(mail.kind, [...kinds]), ne(mail.recipient, ""), isGone);
  await tx
    .delete(mailboxMessage)
    .where(inArray(mailboxMessage.id, tx.select({ id: mail.id }).from(mail).where(addressed)));
  await tx.delete(mail).where(and(addressed, eq(mail.state, "queued")));
  await tx.update(mail).set({ recipient: "" }).where(addressed);
}
