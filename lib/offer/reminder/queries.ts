import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { renewal } from "@/db/schema/offer";
import { reminder } from "@/db/schema/reminder";
import { listOf, textOf } from "@/lib/offer/content/draft-reading";
import { displayTitle } from "@/lib/offer/content/schema";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import { isUuid } from "@/lib/platform/values/id";
import { signedToken, subjectOf } from "@/lib/platform/visitor/signed-link";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import { labelsOf } from "@/lib/reference/vocabulary/rules";
import { asksForMonths, type ReminderKind, waitingFor } from "./rules";

/** The account whose reminders a link ends; null for a link that is not ours. */
export function accountOfToken(token: string): string | null {
  const subject = subjectOf("stopReminders", token);
  return isUuid(subject) ? subject : null;
}

/**
 * The page that ends the reminders of an account, and the address mail programs call for the same.
 */
export function stopReminderLinks(accountId: string): { page: string; oneClick: string } {
  const token = signedToken("stopReminders", accountId);
  return { page: `${env.origin}/rappels/${token}`, oneClick: `${env.origin}/api/rappels/${token}` };
}

/** Whether the page of a link has something to ask: null when the link is not ours. */
export async function reminderChoice(token: string): Promise<{ wantsReminders: boolean } | null> {
  const accountId = accountOfToken(token);
  if (!accountId) return null;
  const [row] = await db
    .select({ wantsReminders: account.wantsReminders })
    .from(account)
    .where(eq(account.id, accountId));
  return row ?? null;
}

export interface ReminderLine {
  kind: ReminderKind;
  title: string;
  link: string;
}

/** What a reminder says, as things stand when it leaves: what was settled meanwhile is left out. */
export async function reminderLines(accountId: string, sentAt: Date): Promise<ReminderLine[]> {
  const rows = await db
    .select({ kind: reminder.kind, offer, content: offerRevision.content })
    .from(reminder)
    .innerJoin(offer, eq(offer.id, reminder.offerId))
    .leftJoin(offerRevision, eq(offerRevision.id, offer.currentRevisionId))
    .where(
      and(
        eq(reminder.accountId, accountId),
        eq(reminder.sentAt, sentAt),
        isNull(offer.deletedAt),
        isNull(offer.archivedAt),
      ),
    );
  const at = now();
  const waiting = rows.filter(
    ({ kind, offer: row, content }) =>
      kind === "untouched" ||
      kind ===
        waitingFor({
          ...row,
          elapsed: asksForMonths(content?.availability ?? [], row.campaign, at),
          wasPublished: row.publishedAt !== null,
          hasDraft: row.draft !== null,
          archived: false,
          deleted: false,
        }),
  );
  const themesOf = ({ content, offer: row }: (typeof rows)[number]) =>
    content?.themeIds ?? listOf(row.draft?.values.themeIds);
  const labels = await termLabels([...new Set(waiting.flatMap(themesOf))]);
  return waiting.map((row) => ({
    kind: row.kind,
    title: displayTitle(
      row.content?.title ?? textOf(row.offer.draft?.values.title),
      labelsOf(themesOf(row), labels),
    ),
    link: `${env.origin}/espace/offres/${row.offer.id}`,
  }));
}

/** Offers whose renewal one mail asked about, those still without a definite answer. */
export async function offersOfRenewalQuestion(
  accountId: string,
  campaign: number,
  askedAt: Date,
): Promise<string[]> {
  const rows = await db
    .select({ offerId: renewal.offerId, answer: renewal.answer })
    .from(renewal)
    .innerJoin(offer, eq(offer.id, renewal.offerId))
    .where(
      and(
        eq(offer.accountId, accountId),
        eq(renewal.campaign, campaign),
        eq(renewal.askedAt, askedAt),
      ),
    );
  return rows
    .filter(({ answer }) => answer !== "yes" && answer !== "no")
    .map(({ offerId }) => offerId);
}
