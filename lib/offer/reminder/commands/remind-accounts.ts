import "server-only";
import {
  and,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  max,
  ne,
  notExists,
  or,
  sql,
} from "drizzle-orm";
import { account } from "@/db/schema/account";
import { mail } from "@/db/schema/mail";
import { renewal } from "@/db/schema/offer";
import { reminder } from "@/db/schema/reminder";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { suspendsOffer } from "@/db/suspended";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { campaignAskedAbout, isQuestionDue } from "@/lib/offer/renewal/rules";
import { db, type Transaction } from "@/lib/platform/database/client";
import { pullBack } from "@/lib/platform/database/pull-back";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import type { MailKind } from "@/lib/platform/outbox/kinds";
import { now } from "@/lib/platform/values/clock";
import { daysBefore } from "@/lib/platform/values/days";
import { newId } from "@/lib/platform/values/id";
import { asksForMonths, dueReminder, mayRemind, quietDays, type ReminderKind } from "../rules";

/**
 * The daily job: at most one mail for each account, about all its offers that deserve one. What
 * waits for a gesture comes first; the questions of renewal have the next week. Each account in a
 * transaction of its own, its row locked: of two workers the second finds it reminded.
 */
export async function remindAccounts(): Promise<void> {
  const start = now();
  await pullBack(account.remindedAt, start);
  // A letter that waits finds its lines by their instant.
  const waits = db
    .select({ one: sql`1` })
    .from(mail)
    .where(
      and(
        eq(mail.kind, "offersReminder" satisfies MailKind),
        eq(mail.state, "queued"),
        sql`${mail.params}->>'accountId' = ${reminder.accountId}::text`,
      ),
    );
  await pullBack(reminder.sentAt, start, { unless: exists(waits) });
  const quietSince = daysBefore(start, quietDays);
  const candidates = await db
    .selectDistinct({ id: account.id })
    .from(account)
    .innerJoin(offer, eq(offer.accountId, account.id))
    .where(
      and(
        eq(account.wantsReminders, true),
        eq(account.state, "active"),
        isNotNull(account.emailConfirmedAt),
        or(isNull(account.remindedAt), lte(account.remindedAt, quietSince)),
      ),
    );
  for (const { id } of candidates) await db.transaction((tx) => remindAccount(tx, id));
}

async function remindAccount(tx: Transaction, accountId: string): Promise<void> {
  const [row] = await tx.select().from(account).where(eq(account.id, accountId)).for("update");
  const at = now();
  if (
    !row ||
    !mayRemind(
      { ...row, active: row.state === "active", addressConfirmed: row.emailConfirmedAt !== null },
      at,
    )
  )
    return;
  const sent = (await sendReminders(tx, row, at)) || (await askRenewals(tx, row, at));
  if (sent) await tx.update(account).set({ remindedAt: at }).where(eq(account.id, accountId));
}

type Addressee = Pick<typeof account.$inferSelect, "id" | "email">;

/** Offers that one mail speaks of; those beyond have the next week's. */
const mostInAMail = 200;

/** Where it is used, `offer` and its `structure` are read. */
function isRemindedOf(tx: Transaction, accountId: string) {
  // What the ARS holds back is not in its owner's hands.
  const held = tx.select({ id: suspension.id }).from(suspension).where(suspendsOffer);
  return and(
    eq(offer.accountId, accountId),
    isNull(offer.deletedAt),
    isNull(offer.archivedAt),
    eq(structure.state, "active"),
    notExists(held),
  );
}

async function sendReminders(tx: Transaction, person: Addressee, at: Date): Promise<boolean> {
  const due = await dueReminders(tx, person.id, at);
  if (due.length === 0) return false;
  await tx
    .insert(reminder)
    .values(due.map((one) => ({ id: newId(), accountId: person.id, sentAt: at, ...one })));
  await enqueueMail(tx, "offersReminder", person.email, {
    accountId: person.id,
    sentAt: at.toISOString(),
  });
  return true;
}

/**
 * Page by page, as only the rule knows what is due: being told of changes nothing of an offer, so
 * that those told already would stand before the others again in a list that is cut.
 */
async function dueReminders(
  tx: Transaction,
  accountId: string,
  at: Date,
): Promise<{ offerId: string; kind: ReminderKind }[]> {
  const due: { offerId: string; kind: ReminderKind }[] = [];
  let last: string | undefined;
  do {
    const page = await tx
      .select({ offer, content: offerRevision.content })
      .from(offer)
      .innerJoin(structure, eq(structure.id, offer.structureId))
      .leftJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
      .where(and(isRemindedOf(tx, accountId), last ? gt(offer.id, last) : undefined))
      .orderBy(offer.id)
      .limit(mostInAMail);
    const said = await saidOf(
      tx,
      page.map((row) => row.offer.id),
    );
    for (const { offer: row, content } of page) {
      const facts = {
        ...row,
        elapsed: asksForMonths(content?.availability ?? [], row.campaign, at),
        wasPublished: row.publishedAt !== null,
        hasDraft: row.draft !== null,
        archived: row.archivedAt !== null,
        deleted: row.deletedAt !== null,
      };
      const kind = dueReminder(facts, said.get(row.id) ?? {}, at);
      if (kind) due.push({ offerId: row.id, kind });
    }
    last = page.length === mostInAMail ? page.at(-1)?.offer.id : undefined;
  } while (last && due.length < mostInAMail);
  return due.slice(0, mostInAMail);
}

async function saidOf(
  tx: Transaction,
  offerIds: string[],
): Promise<Map<string, Partial<Record<ReminderKind, Date>>>> {
  const rows = await tx
    .select({ offerId: reminder.offerId, kind: reminder.kind, sentAt: max(reminder.sentAt) })
    .from(reminder)
    .where(inArray(reminder.offerId, offerIds))
    .groupBy(reminder.offerId, reminder.kind);
  const said = new Map<string, Partial<Record<ReminderKind, Date>>>();
  for (const { offerId, kind, sentAt } of rows)
    if (sentAt) said.set(offerId, { ...said.get(offerId), [kind]: sentAt });
  return said;
}

async function askRenewals(tx: Transaction, person: Addressee, at: Date): Promise<boolean> {
  const ending = campaignAskedAbout(at);
  if (ending === null) return false;
  const campaign = ending + 1;
  // Those never asked about first, then those that waited longest. What has its definite answer, or
  // none, is left out before the list is cut: it would keep the others from ever being asked about.
  const candidates = await tx
    .select({ offerId: offer.id, asked: renewal })
    .from(offer)
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .leftJoin(renewal, and(eq(renewal.offerId, offer.id), eq(renewal.campaign, campaign)))
    .where(
      and(
        isRemindedOf(tx, person.id),
        eq(offer.campaign, ending),
        isNotNull(offer.approvedRevisionId),
        ne(offer.validation, "refused"),
        or(isNull(renewal.offerId), eq(renewal.answer, "maybe")),
      ),
    )
    .orderBy(
      sql`greatest(${renewal.askedAt}, ${renewal.answeredAt}) nulls first`,
      offer.updatedAt,
      offer.id,
    )
    .limit(mostInAMail);
  const due = candidates.filter(({ asked }) => isQuestionDue(asked, at));
  if (due.length === 0) return false;
  await tx
    .insert(renewal)
    .values(due.map(({ offerId }) => ({ offerId, campaign, askedAt: at })))
    .onConflictDoUpdate({ target: [renewal.offerId, renewal.campaign], set: { askedAt: at } });
  await enqueueMail(tx, "renewalQuestion", person.email, {
    accountId: person.id,
    campaign: String(campaign),
    askedAt: at.toISOString(),
  });
  return true;
}
