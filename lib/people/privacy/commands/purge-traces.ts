import "server-only";
import {
  and,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notExists,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account, session, throttle, token } from "@/db/schema/account";
import { searchAlert } from "@/db/schema/alert";
import { auditEntry } from "@/db/schema/audit";
import { offerMessage } from "@/db/schema/contact";
import { mail, mailboxMessage } from "@/db/schema/mail";
import { moderationDecision, offerClaim } from "@/db/schema/moderation";
import { report } from "@/db/schema/report";
import { scheduledRun } from "@/db/schema/schedule";
import { sentForm } from "@/db/schema/sent-form";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { forgetAlertMails } from "@/lib/catalogue/alert/commands/forget-mails";
import { offer } from "@/lib/offer/content/tables";
import { offerImport } from "@/lib/offer/import/tables";
import { deleteOffersForGood } from "@/lib/offer/lifecycle/commands/delete-for-good";
import { forgetWords } from "@/lib/offer/projection/commands/forget-words";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { deleteInvitation } from "@/lib/people/account/commands/erase";
import { lockTeam } from "@/lib/people/membership/commands/team";
import { successorOf } from "@/lib/people/profile/rules";
import { db } from "@/lib/platform/database/client";
import { sureOfTime } from "@/lib/platform/jobs/sure-of-time";
import type { MailKind } from "@/lib/platform/outbox/kinds";
import { now } from "@/lib/platform/values/clock";
import { daysBefore } from "@/lib/platform/values/days";
import { copyDays, logMonths, monthsBefore, unconfirmedDays } from "../rules";

/**
 * The daily job that forgets what has been kept long enough (docs/decisions/0007-erasure.md). Each
 * part can run again.
 */
export async function purgeTraces(): Promise<void> {
  await sureOfTime();
  const at = now();
  const [logs, copies] = [monthsBefore(at, logMonths), daysBefore(at, copyDays)];
  await purgeLogs(logs);
  await purgeCopies(copies);
  await purgeReports(logs, copies);
  await purgeInvitations(copies);
  await purgeStragglers();
  await forgetClosedStructures();
  await forgetWords();
  await purgeAlerts(daysBefore(at, unconfirmedDays));
  await db.delete(offerMessage).where(lt(offerMessage.createdAt, logs));
  // Of use for half a minute and for a quarter of an hour.
  await db.delete(moderationDecision).where(lt(moderationDecision.at, daysBefore(at, 1)));
  // Neither lasts longer than a day: what ends later was written by a clock that was ahead.
  const twoDaysOn = daysBefore(at, -2);
  await db
    .delete(offerClaim)
    .where(or(lt(offerClaim.until, daysBefore(at, 1)), gt(offerClaim.until, twoDaysOn)));
  await db
    .delete(throttle)
    .where(or(lt(throttle.windowEndsAt, at), gt(throttle.windowEndsAt, twoDaysOn)));
  await db.delete(sentForm).where(lt(sentForm.at, daysBefore(at, 1)));
  await db.delete(scheduledRun).where(lt(scheduledRun.at, daysBefore(at, 7)));
}

async function purgeLogs(before: Date): Promise<void> {
  // The table's own trigger goes by the database's clock: asking it to delete more would be refused
  // as a whole.
  await db
    .delete(auditEntry)
    .where(and(lt(auditEntry.at, before), sql`${auditEntry.at} < now() - interval '12 months'`));
  await db.delete(mail).where(and(lt(mail.createdAt, before), ne(mail.state, "queued")));
  await db.delete(suspension).where(lt(suspension.liftedAt, before));
  await db.delete(token).where(lt(token.expiresAt, before));
  const ended = or(lt(session.expiresAt, before), lt(session.revokedAt, before));
  const later = alias(session, "later");
  // The last one of each account stays, without its browser: it says when the account was last
  // used.
  const isLast = notExists(
    db
      .select({ id: later.id })
      .from(later)
      .where(and(eq(later.accountId, session.accountId), sql`${later.id} > ${session.id}`)),
  );
  await db
    .update(session)
    .set({ userAgent: "" })
    .where(and(ended, isLast, ne(session.userAgent, "")));
  await db.delete(session).where(and(ended, sql`not ${isLast}`));
}

/** Alerts nobody confirmed, and the address in the mails of all that are gone. */
async function purgeAlerts(before: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .delete(searchAlert)
      .where(and(isNull(searchAlert.confirmedAt), lt(searchAlert.createdAt, before)));
    await forgetAlertMails(tx);
  });
}

/**
 * What a visitor said goes with the logs; the address they left goes once an answer has had its
 * time.
 */
async function purgeReports(logs: Date, copies: Date): Promise<void> {
  await db
    .delete(report)
    .where(lt(sql`coalesce(${report.treatedAt}, ${report.createdAt})`, timestamp(logs)));
  await db
    .update(report)
    .set({ email: null })
    .where(and(isNotNull(report.email), lt(report.treatedAt, copies)));
}

/** What only repeats what stands elsewhere. */
async function purgeCopies(before: Date): Promise<void> {
  await db
    .delete(offerImport)
    .where(
      lt(sql`coalesce(${offerImport.finishedAt}, ${offerImport.createdAt})`, timestamp(before)),
    );
  await db.delete(mailboxMessage).where(lt(mailboxMessage.receivedAt, before));
  // A farewell nobody could deliver was the last thing that kept its address.
  await db
    .update(mail)
    .set({ recipient: "" })
    .where(
      and(
        eq(mail.kind, "accountClosed" satisfies MailKind),
        eq(mail.state, "failed"),
        lt(mail.createdAt, before),
      ),
    );
}

/**
 * Invitations that ran out unanswered: someone else's address, given by a colleague. Not a
 * moderator made by the operator.
 */
async function purgeInvitations(before: Date): Promise<void> {
  const usable = db
    .select({ id: token.id })
    .from(token)
    .where(
      and(
        eq(token.accountId, account.id),
        inArray(token.purpose, ["joinStructure", "joinModerators"]),
        sql`${token.expiresAt} > ${timestamp(before)}`,
      ),
    );
  const invited = exists(
    db
      .select({ id: token.id })
      .from(token)
      .where(and(eq(token.accountId, account.id), eq(token.purpose, "joinModerators"))),
  );
  const unanswered = and(
    eq(account.state, "active"),
    isNull(account.passwordHash),
    or(ne(account.role, "moderator"), invited),
    lt(account.createdAt, before),
    notExists(usable),
  );
  for (const { id } of await db.select({ id: account.id }).from(account).where(unanswered)) {
    await db.transaction(async (tx) => {
      const [row] = await tx
        .select()
        .from(account)
        .where(and(eq(account.id, id), unanswered))
        .for("update");
      if (row) await deleteInvitation(tx, row);
    });
  }
}

/**
 * An offer that was being saved at the very moment its author's account was closed passes to a
 * colleague as the others did; where nobody is left, nobody answers for it and it goes.
 */
async function purgeStragglers(): Promise<void> {
  const closed = db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.id, offer.accountId), eq(account.state, "closed")));
  const found = await db
    .select({ id: offer.id, structureId: offer.structureId })
    .from(offer)
    .where(exists(closed));
  for (const { id, structureId } of found) {
    await db.transaction(async (tx) => {
      const team = await lockTeam(tx, structureId);
      const isStraggler = and(eq(offer.id, id), exists(closed));
      const rows = await tx
        .select({ id: offer.id, reference: offer.reference })
        .from(offer)
        .where(isStraggler)
        .for("update");
      const heir = successorOf(team.filter(({ joined }) => joined));
      if (!heir) return deleteOffersForGood(tx, null, rows);
      await tx.update(offer).set({ accountId: heir.id }).where(isStraggler);
      await refreshCatalogue(tx, { offerId: id });
    });
  }
}

/**
 * A closed structure keeps its name as long as the log speaks of it; after that nobody needs to
 * know which one it was.
 */
async function forgetClosedStructures(): Promise<void> {
  const open = db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.structureId, structure.id), ne(account.state, "closed")));
  const spokenOf = db
    .select({ id: auditEntry.id })
    .from(auditEntry)
    .where(and(eq(auditEntry.objectKind, "structure"), eq(auditEntry.objectId, structure.id)));
  await db
    .update(structure)
    .set({ name: "Structure fermée", street: "", cedex: "" })
    .where(
      and(
        eq(structure.state, "closed"),
        ne(structure.street, ""),
        notExists(open),
        notExists(spokenOf),
      ),
    );
}

function timestamp(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`;
}
