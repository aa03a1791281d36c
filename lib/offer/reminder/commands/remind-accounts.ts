import "server-only";
import { and, eq, inArray, isNotNull, isNull, lte, max, notExists, or } from "drizzle-orm";
import { account } from "@/db/schema/account";
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
import { now } from "@/lib/platform/values/clock";
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
  await pullBack(reminder.sentAt, start);
  const quietSince = new Date(start.getTime() - quietDays * 24 * 3600_000);
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
  // What the ARS holds back is not in its owner's hands.
  const held = tx.select({ id: suspension.id }).from(suspension).where(suspendsOffer);
  const offers = await tx
    .select({ offer, content: offerRevision.content })
    .from(offer)
    .innerJoin(structure, eq(structure.id, offer.structureId))
    .leftJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .where(
      and(
        eq(offer.accountId, accountId),
        isNull(offer.deletedAt),
        isNull(offer.archivedAt),
        eq(structure.state, "active"),
        notExists(held),
      ),
    )
    .orderBy(offer.updatedAt)
    .limit(200);
  const rows = offers.map((found) => ({
    ...found.offer,
    elapsed: asksForMonths(found.content?.availability ?? [], found.offer.campaign, at),
  }));
  if (rows.length === 0) return;
  const sent = (await sendReminders(tx, row, rows, at)) || (await askRenewals(tx, row, rows, at));
  if (sent) await tx.update(account).set({ remindedAt: at }).where(eq(account.id, accountId));
}

type Addressee = Pick<typeof account.$inferSelect, "id" | "email">;
type OfferRow = typeof offer.$inferSelect & { elapsed: boolean };

async function sendReminders(
  tx: Transaction,
  person: Addressee,
  offers: OfferRow[],
  at: Date,
): Promise<boolean> {
  const said = await saidOf(
    tx,
    offers.map(({ id }) => id),
  );
  const due = offers.flatMap((row) => {
    const facts = {
      ...row,
      wasPublished: row.publishedAt !== null,
      hasDraft: row.draft !== null,
      archived: row.archivedAt !== null,
      deleted: row.deletedAt !== null,
    };
    const kind = dueReminder(facts, said.get(row.id) ?? {}, at);
    return kind ? [{ id: newId(), accountId: person.id, offerId: row.id, kind, sentAt: at }] : [];
  });
  if (due.length === 0) return false;
  await tx.insert(reminder).values(due);
  await enqueueMail(tx, "offersReminder", person.email, {
    accountId: person.id,
    sentAt: at.toISOString(),
  });
  return true;
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

async function askRenewals(
  tx: Transaction,
  person: Addressee,
  offers: OfferRow[],
  at: Date,
): Promise<boolean> {
  const ending = campaignAskedAbout(at);
  if (ending === null) return false;
  const candidates = offers.filter(
    (row) =>
      row.campaign === ending && row.approvedRevisionId !== null && row.validation !== "refused",
  );
  if (candidates.length === 0) return false;
  const campaign = ending + 1;
  const ids = candidates.map(({ id }) => id);
  const asked = await tx
    .select()
    .from(renewal)
    .where(and(inArray(renewal.offerId, ids), eq(renewal.campaign, campaign)));
  const due = ids.filter((id) =>
    isQuestionDue(asked.find(({ offerId }) => offerId === id) ?? null, at),
  );
  if (due.length === 0) return false;
  await tx
    .insert(renewal)
    .values(due.map((offerId) => ({ offerId, campaign, askedAt: at })))
    .onConflictDoUpdate({ target: [renewal.offerId, renewal.campaign], set: { askedAt: at } });
  await enqueueMail(tx, "renewalQuestion", person.email, {
    accountId: person.id,
    campaign: String(campaign),
    askedAt: at.toISOString(),
  });
  return true;
}
