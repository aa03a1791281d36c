import "server-only";
import { and, eq, gt, inArray, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { account, session, token } from "@/db/schema/account";
import { offerImport } from "@/db/schema/import";
import { mail, mailboxMessage } from "@/db/schema/mail";
import { offer } from "@/db/schema/offer";
import { localReferent } from "@/db/schema/structure";
import { now } from "@/lib/platform/clock";

type AccountRow = typeof account.$inferSelect;

/** The address a closed account keeps: unique, and nobody's (RFC 2606). */
function nobodys(accountId: string): string {
  return `compte-ferme-${accountId}@portail.invalid`;
}

/**
 * Closes an account and takes the person out of it: the row stays, so that what the account did stays attributed to
 * one and the same, nameless account. Revisions are immutable and keep the referent the structure submitted.
 */
export async function eraseAccount(tx: Transaction, row: AccountRow): Promise<void> {
  await forgetReferent(tx, row);
  await tx.delete(offerImport).where(eq(offerImport.accountId, row.id));
  await tx.update(session).set({ revokedAt: now(), userAgent: "" }).where(eq(session.accountId, row.id));
  await tx.update(token).set({ usedAt: now() }).where(and(eq(token.accountId, row.id), isNull(token.usedAt)));
  for (const address of [row.email, row.newEmail]) if (address) await forgetMails(tx, address, row.id);
  // An address the account had before.
  await tx.update(mail).set({ recipient: nobodys(row.id) }).where(and(eq(mail.state, "sent"), sql`${mail.params}->>'accountId' = ${row.id}`));
  await tx
    .update(account)
    .set({
      state: "closed",
      email: nobodys(row.id),
      newEmail: null,
      lastName: "fermé",
      firstName: "Compte",
      function: "",
      phone: "",
      passwordHash: null,
      emailConfirmedAt: null,
      wantsReceipts: false,
      wantsReminders: false,
    })
    .where(eq(account.id, row.id));
}

/** The person as local referent: of what is being typed, and of the structure's list. */
async function forgetReferent(tx: Transaction, row: AccountRow): Promise<void> {
  if (!row.structureId) return;
  const fields = sql.raw("'{referentName,referentFunction,referentPhone,referentEmail}'::text[]");
  await tx
    .update(offer)
    .set({ draft: sql`jsonb_set(${offer.draft}, '{values}', (${offer.draft}->'values') - ${fields})` })
    .where(and(eq(offer.structureId, row.structureId), isNotNull(offer.draft), sql`lower(trim(${offer.draft}->'values'->>'referentEmail')) = ${row.email}`));
  await tx.delete(localReferent).where(and(eq(localReferent.structureId, row.structureId), eq(localReferent.email, row.email)));
}

/** What has not left does not leave; what has left stays counted, without its address. */
async function forgetMails(tx: Transaction, address: string, accountId: string): Promise<void> {
  await tx.delete(mail).where(and(eq(mail.recipient, address), eq(mail.state, "queued")));
  await tx.update(mail).set({ recipient: nobodys(accountId) }).where(eq(mail.recipient, address));
  await tx.delete(mailboxMessage).where(eq(mailboxMessage.recipient, address));
}

/** Takes back an invitation nobody answered: there was never a person in it, so nothing of it stays. */
export async function deleteInvitation(tx: Transaction, invited: { id: string; email: string }): Promise<void> {
  await forgetMails(tx, invited.email, invited.id);
  await tx.delete(token).where(eq(token.accountId, invited.id));
  await tx.delete(account).where(and(eq(account.id, invited.id), isNull(account.passwordHash)));
}

/** An invitation that ran out must not keep its address from registering or from being invited elsewhere. */
export async function releaseExpiredInvitation(tx: Transaction, email: string): Promise<void> {
  const usable = tx
    .select({ id: token.id })
    .from(token)
    .where(and(eq(token.accountId, account.id), eq(token.purpose, "joinStructure"), isNull(token.usedAt), gt(token.expiresAt, now())));
  const [expired] = await tx
    .select({ id: account.id, email: account.email })
    .from(account)
    .where(and(eq(account.email, email), inArray(account.role, ["administrator", "editor"]), isNull(account.passwordHash), eq(account.state, "active"), notExists(usable)))
    .for("update");
  if (expired) await deleteInvitation(tx, expired);
}
