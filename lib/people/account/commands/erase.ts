import "server-only";
import { and, eq, gt, inArray, isNull, notExists, or, sql } from "drizzle-orm";
import { account, session, token } from "@/db/schema/account";
import { searchAlert } from "@/db/schema/alert";
import { offerMessage } from "@/db/schema/contact";
import { mail, mailboxMessage } from "@/db/schema/mail";
import { localReferent } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { answerableFor } from "@/lib/catalogue/contact/queries";
import { isNamed, type Person, withoutReferent } from "@/lib/offer/content/person";
import { offer } from "@/lib/offer/content/tables";
import { offerImport } from "@/lib/offer/import/tables";
import { forgetReferent } from "@/lib/offer/lifecycle/commands/forget-referent";
import type { Transaction } from "@/lib/platform/database/client";
import type { MailKind } from "@/lib/platform/outbox/kinds";
import { now } from "@/lib/platform/values/clock";

type AccountRow = typeof account.$inferSelect;

/** The address a closed account keeps: unique, and nobody's (RFC 2606). */
function nobodys(accountId: string): string {
  return `compte-ferme-${accountId}@portail.invalid`;
}

/**
 * Closes an account and takes the person out of it: the row stays, so that what the account did
 * stays attributed to one and the same, nameless account. What goes and what stays:
 * docs/decisions/0007-erasure.md.
 */
export async function eraseAccount(tx: Transaction, row: AccountRow): Promise<void> {
  await tx.delete(offerImport).where(eq(offerImport.accountId, row.id));
  await tx.delete(suspension).where(eq(suspension.accountId, row.id));
  if (row.structureId) await forgetInStructure(tx, row.structureId, personOf(row));
  await tx
    .update(session)
    .set({ revokedAt: now(), userAgent: "" })
    .where(eq(session.accountId, row.id));
  await tx
    .update(token)
    .set({ usedAt: now() })
    .where(and(eq(token.accountId, row.id), isNull(token.usedAt)));
  // What the person asked for and wrote as a visitor, under an address that was shown to be theirs.
  if (row.emailConfirmedAt) {
    await tx.delete(searchAlert).where(eq(searchAlert.email, row.email));
    await tx.delete(offerMessage).where(eq(offerMessage.email, row.email));
  }
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
      portalAdministrator: false,
      followedDepartments: [],
    })
    .where(eq(account.id, row.id));
  if (row.emailConfirmedAt) await passMessagesOn(tx, row.email);
  await forgetMails(tx, row);
}

function personOf({ email, firstName, lastName }: AccountRow): Person {
  return {
    emails: [email],
    names: [`${firstName} ${lastName}`, `${lastName} ${firstName}`],
  };
}

/** The person as local referent, wherever the structure wrote them down. */
async function forgetInStructure(
  tx: Transaction,
  structureId: string,
  person: Person,
): Promise<void> {
  await forgetInImports(tx, structureId, person);
  const kept = await tx
    .select()
    .from(localReferent)
    .where(eq(localReferent.structureId, structureId));
  for (const referent of kept)
    if (isNamed(person, referent))
      await tx.delete(localReferent).where(eq(localReferent.id, referent.id));
  await forgetReferent(tx, structureId, person);
}

/** Spreadsheets that colleagues sent and that are not purged yet. */
async function forgetInImports(
  tx: Transaction,
  structureId: string,
  person: Person,
): Promise<void> {
  const imports = await tx
    .select({ id: offerImport.id, rows: offerImport.rows })
    .from(offerImport)
    .where(eq(offerImport.structureId, structureId))
    .for("update");
  for (const { id, rows } of imports) {
    const left = rows.map((row) => {
      const values = withoutReferent(row.values, person);
      // A cell as it was typed says the same as what was read of it.
      const cells = Object.entries(row.cells).filter(([field]) => values && field in values);
      return values ? { ...row, values, cells: Object.fromEntries(cells) } : row;
    });
    if (left.every((row, index) => row === rows[index])) continue;
    await tx.update(offerImport).set({ rows: left }).where(eq(offerImport.id, id));
  }
}

/**
 * What visitors wrote to the person as referent, and has not left, goes to who answers for the
 * offer now: its structure has the question, and the copy says that it was passed on. Where nobody
 * can be written to it is forgotten, and the copy with it: what did not arrive is not confirmed.
 * The person is out of the account already, so that it is not they who are found.
 */
async function passMessagesOn(tx: Transaction, email: string): Promise<void> {
  const waiting = await tx
    .select({
      mailId: mail.id,
      messageId: offerMessage.id,
      accountId: offer.accountId,
      structureId: offer.structureId,
    })
    .from(mail)
    .innerJoin(offerMessage, sql`${offerMessage.id}::text = ${mail.params}->>'messageId'`)
    .innerJoin(offer, eq(offer.id, offerMessage.offerId))
    .where(
      and(
        eq(mail.kind, "messageToReferent" satisfies MailKind),
        eq(mail.recipient, email),
        eq(mail.state, "queued"),
      ),
    );
  for (const { mailId, messageId, ...answered } of waiting) {
    const recipient = await answerableFor(tx, answered);
    if (recipient) await tx.update(mail).set({ recipient }).where(eq(mail.id, mailId));
    else await tx.delete(offerMessage).where(eq(offerMessage.id, messageId));
  }
}

/**
 * What has not left does not leave; what has left stays counted, without its address. An address
 * that nobody has shown to be theirs may be somebody else's: of its mails only those about the
 * account and what it did are the account's, as are those to addresses it had before.
 */
async function forgetMails(
  tx: Transaction,
  { id, email, emailConfirmedAt }: Pick<AccountRow, "id" | "email" | "emailConfirmedAt">,
): Promise<void> {
  const own = sql`${mail.params}->>'accountId' = ${id}`;
  // What it is about may be gone already; what is another's is not.
  const ofNobodyElse = (param: string, table: string) =>
    sql`${mail.params} ? ${param} and not exists (select from ${sql.identifier(table)} thing where thing.id::text = ${mail.params}->>${param} and thing.account_id <> ${id})`;
  const toIt = and(
    eq(mail.recipient, email),
    emailConfirmedAt
      ? undefined
      : or(
          ofNobodyElse("offerId", "offer"),
          ofNobodyElse("importId", "offer_import"),
          ofNobodyElse("suspensionId", "suspension"),
        ),
  );
  const forgotten = or(own, toIt);
  const ids = tx.select({ id: mail.id }).from(mail).where(forgotten);
  await tx.delete(mailboxMessage).where(inArray(mailboxMessage.id, ids));
  await tx.delete(mail).where(and(forgotten, eq(mail.state, "queued")));
  await tx
    .update(mail)
    .set({ recipient: nobodys(id) })
    .where(forgotten);
}

/**
 * Takes back an invitation nobody answered: there was never a person in it, so nothing of it stays.
 */
export async function deleteInvitation(
  tx: Transaction,
  invited: { id: string; email: string },
): Promise<void> {
  await forgetMails(tx, { ...invited, emailConfirmedAt: null });
  await tx.delete(token).where(eq(token.accountId, invited.id));
  await tx.delete(account).where(and(eq(account.id, invited.id), isNull(account.passwordHash)));
}

/**
 * An invitation that ran out must not keep its address from registering, from being invited
 * elsewhere, or from becoming somebody's own.
 */
export async function releaseExpiredInvitation(tx: Transaction, email: string): Promise<void> {
  const usable = tx
    .select({ id: token.id })
    .from(token)
    .where(
      and(
        eq(token.accountId, account.id),
        eq(token.purpose, "joinStructure"),
        isNull(token.usedAt),
        gt(token.expiresAt, now()),
      ),
    );
  const [expired] = await tx
    .select({ id: account.id, email: account.email })
    .from(account)
    .where(
      and(
        eq(account.email, email),
        inArray(account.role, ["administrator", "editor"]),
        isNull(account.passwordHash),
        eq(account.state, "active"),
        notExists(usable),
      ),
    )
    .for("update");
  if (expired) await deleteInvitation(tx, expired);
}
