import { eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { mail } from "@/db/schema/mail";
import { compose } from "@/lib/mails/compose";
import { db } from "@/lib/platform/database/client";
import { clockAt } from "./clock";
import type { Offeror } from "./people";

const day = 24 * 3600_000;
// The simulation begins on a known day, whatever the machine's.
export const start = new Date("2026-11-24T08:00:00Z").getTime();
// A minute later each day: a job never runs at the very second of the day before.
export const goTo = (days: number) => clockAt(start + days * (day + 60_000));
export const dayOfMail = (date: Date) => Math.floor((date.getTime() - start) / (day + 60_000));

export async function mailsTo(viewer: Offeror) {
  const [person] = await db
    .select({ email: account.email })
    .from(account)
    .where(eq(account.id, viewer.accountId));
  const rows = await db
    .select()
    .from(mail)
    .where(eq(mail.recipient, person?.email ?? ""))
    .orderBy(mail.id);
  return rows.filter(({ kind }) => kind === "offersReminder" || kind === "renewalQuestion");
}

export async function textOf(row: typeof mail.$inferSelect) {
  return compose(row.kind as "offersReminder", row.params as { accountId: string; sentAt: string });
}
