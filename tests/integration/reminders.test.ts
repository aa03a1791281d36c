import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { account } from "@/db/schema/account";
import { mail } from "@/db/schema/mail";
import { offer } from "@/db/schema/offer";
import { compose } from "@/lib/mails/compose";
import { moveOffer } from "@/lib/offer/commands/move-offer";
import { now, shiftClock } from "@/lib/platform/clock";
import { remindAccounts } from "@/lib/reminder/commands/remind-accounts";
import { stopReminders } from "@/lib/reminder/commands/stop-reminders";
import { stopReminderLinks } from "@/lib/reminder/queries";
import { answerRenewal } from "@/lib/renewal/commands/renew-offer";
import { approved, decided, newDraft, newOfferor, type Offeror } from "../support/people";

const day = 24 * 3600_000;
// The simulation begins on a known day, whatever the machine's.
const start = new Date("2026-11-24T08:00:00Z").getTime();
// A minute later each day: a job never runs at the very second of the day before.
const goTo = (days: number) => shiftClock(start + days * (day + 60_000) - Date.now());
const dayOfMail = (date: Date) => Math.floor((date.getTime() - start) / (day + 60_000));

async function mailsTo(viewer: Offeror) {
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

async function textOf(row: typeof mail.$inferSelect) {
  return compose(row.kind as "offersReminder", row.params as { accountId: string; sentAt: string });
}

afterEach(() => shiftClock(0));

describe("reminders over two years", () => {
  it("sends exactly the expected mails, never two in a week", async () => {
    goTo(0);
    const viewer = await newOfferor();
    const silent = await newOfferor();
    await newDraft(silent);
    await db.update(account).set({ wantsReminders: false }).where(eq(account.id, silent.accountId));
    const unconfirmed = await newOfferor({ confirmed: false });
    await newDraft(unconfirmed);
    const published = await approved(viewer);
    await approved(viewer, false);
    await newDraft(viewer);
    await decided(viewer, "requestChanges");
    await db.update(offer).set({ campaign: 2026 });

    let answered = 0;
    for (let days = 1; days <= 730; days += 1) {
      goTo(days);
      await remindAccounts();
      const last = (await mailsTo(viewer)).at(-1);
      if (last?.kind !== "renewalQuestion" || dayOfMail(last.createdAt) !== days) continue;
      const composed = await textOf(last);
      const links = [
        ...(composed?.text.matchAll(/renouvellement\/(\S+?)\?reponse=oui/g) ?? []),
      ].map(([, token]) => token ?? "");
      for (const token of new Set(links)) {
        // «Peut-être», then «Non», for each offer asked about.
        expect(await answerRenewal(token, answered === 0 ? "maybe" : "no")).toMatchObject({
          ok: true,
        });
      }
      answered += 1;
    }
    const sent = (await mailsTo(viewer)).map(({ kind, createdAt }) => [dayOfMail(createdAt), kind]);
    expect(sent).toEqual([
      // Validated, unpublished: 3 days. The draft and the correction came due on day 7 and waited
      // for the week to pass.
      [3, "offersReminder"],
      [10, "offersReminder"],
      // 1 May 2027, and three weeks after «Peut-être»; then it was no.
      [158, "renewalQuestion"],
      [179, "renewalQuestion"],
      // A year without a gesture: all four at once.
      [365, "offersReminder"],
    ]);
    expect(await mailsTo(silent)).toEqual([]);
    expect(await mailsTo(unconfirmed)).toEqual([]);
    expect(published).not.toBe("");
  }, 240_000);

  it("groups the offers of an account, and leaves out what was settled before the mail left", async () => {
    goTo(0);
    const viewer = await newOfferor();
    await newDraft(viewer, { title: "Premier brouillon" });
    const settled = await newDraft(viewer, { title: "Second brouillon" });
    goTo(8);
    await remindAccounts();
    const [row, ...others] = await mailsTo(viewer);
    expect(others).toEqual([]);
    if (!row) throw new Error("no mail");
    const composed = await textOf(row);
    expect(composed?.subject).toBe("2 offres vous attendent");
    expect(composed?.text).toContain("Premier brouillon");
    expect(composed?.text).toContain("Second brouillon");
    expect(composed?.headers).toMatchObject({
      "List-Unsubscribe": `<${stopReminderLinks(viewer.accountId).oneClick}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    await moveOffer(viewer, settled, "delete");
    expect((await textOf(row))?.subject).toBe("Votre offre vous attend : Premier brouillon");
  });

  it("sends one mail however many workers run at once", async () => {
    goTo(0);
    const people = [await newOfferor(), await newOfferor(), await newOfferor()];
    for (const person of people) await newDraft(person);
    goTo(8);
    await Promise.all(Array.from({ length: 5 }, () => remindAccounts()));
    for (const person of people) expect(await mailsTo(person)).toHaveLength(1);
  });

  it("stops by a signed link, for that account only", async () => {
    goTo(0);
    const [viewer, other] = [await newOfferor(), await newOfferor()];
    for (const person of [viewer, other]) await newDraft(person);
    const token = stopReminderLinks(viewer.accountId).page.split("/").at(-1) ?? "";
    expect(await stopReminders(`${other.accountId}.${token.split(".")[1]}`)).toMatchObject({
      ok: false,
      code: "linkUnknown",
    });
    expect(await stopReminders(token)).toMatchObject({ ok: true });
    expect(await stopReminders(token)).toMatchObject({ ok: true });
    goTo(8);
    await remindAccounts();
    expect(await mailsTo(viewer)).toEqual([]);
    expect(await mailsTo(other)).toHaveLength(1);
    expect(now().getTime()).toBeGreaterThan(start);
  });
});
