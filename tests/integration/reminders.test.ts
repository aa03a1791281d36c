import { eq, inArray, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { mail } from "@/db/schema/mail";
import { renewal } from "@/db/schema/offer";
import { reminder } from "@/db/schema/reminder";
import { offer } from "@/lib/offer/content/tables";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { remindAccounts } from "@/lib/offer/reminder/commands/remind-accounts";
import { stopReminders } from "@/lib/offer/reminder/commands/stop-reminders";
import { stopReminderLinks } from "@/lib/offer/reminder/queries";
import { db } from "@/lib/platform/database/client";
import { now, shiftClock } from "@/lib/platform/values/clock";
import { clockAt } from "../support/clock";
import { approved, informationValues, newDraft, newOfferor } from "../support/people";
import { goTo, mailsTo, start, textOf } from "../support/reminders";

afterEach(() => shiftClock(0));

describe("reminders", () => {
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
    expect(composed?.subject).toBe("2 offres vous attendent");
    expect(composed?.text).toContain("Premier brouillon");
    expect(composed?.text).toContain("Second brouillon");
    expect(composed?.headers).toMatchObject({
      "List-Unsubscribe": `<${stopReminderLinks(viewer.accountId).oneClick}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    await moveOffer(viewer, settled, "delete");
    expect((await textOf(row))?.subject).toBe("Votre offre vous attend : Premier brouillon");
  });

  it("sends one mail however many workers run at once", async () => {
    goTo(0);
    const people = [await newOfferor(), await newOfferor(), await newOfferor()];
    for (const person of people) await newDraft(person);
    goTo(8);
    await Promise.all(Array.from({ length: 5 }, () => remindAccounts()));
    for (const person of people) expect(await mailsTo(person)).toHaveLength(1);
  });

  it("reminds again, after a week, who was reminded by a clock that was years ahead", async () => {
    goTo(0);
    const viewer = await newOfferor();
    const draft = await newDraft(viewer);
    const sent = [];
    for (const days of [2000, 1, 7, 8]) {
      goTo(days);
      await remindAccounts();
      const mails = await mailsTo(viewer);
      sent.push(mails.length);
      // While it waits it keeps what it says.
      const [first] = mails;
      if (days !== 1 || !first) continue;
      expect((await textOf(first))?.subject).toContain("Votre offre vous attend");
      await db.update(mail).set({ state: "sent" }).where(eq(mail.id, first.id));
    }
    // The same state is recalled once: of this draft nothing is said again.
    expect(sent).toEqual([1, 1, 1, 1]);
    goTo(9);
    const values = { ...(await informationValues()), title: "Autre titre" };
    expect(await saveDraft(viewer, { offerId: draft, page: "informations", values })).toMatchObject(
      {
        ok: true,
      },
    );
    await newDraft(viewer);
    goTo(17);
    await remindAccounts();
    const [, again] = await mailsTo(viewer);
    expect(again && (await textOf(again))?.subject).toBe("2 offres vous attendent");
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

  it("comes to every offer of an account that has more than one mail speaks of", async () => {
    goTo(0);
    const [drafts, approvals] = [await newOfferor(), await newOfferor()];
    await copies(await newDraft(drafts), 249);
    await copies(await approved(approvals), 249);
    goTo(8);
    await remindAccounts();
    goTo(16);
    await remindAccounts();
    goTo(24);
    await remindAccounts();
    const told = await db
      .select({ id: reminder.offerId })
      .from(reminder)
      .where(eq(reminder.accountId, drafts.accountId));
    expect([told.length, new Set(told.map(({ id }) => id)).size]).toEqual([250, 250]);
    expect(await mailsTo(drafts)).toHaveLength(2);
    const asked = async () => {
      const own = db
        .select({ id: offer.id })
        .from(offer)
        .where(eq(offer.accountId, approvals.accountId));
      return db.$count(renewal, inArray(renewal.offerId, own));
    };
    const counts = [];
    for (const day of ["2027-05-03", "2027-05-11", "2027-05-19"]) {
      clockAt(`${day}T07:00:00Z`);
      await remindAccounts();
      counts.push(await asked());
    }
    expect(counts).toEqual([200, 250, 250]);
    expect((await mailsTo(approvals)).map(({ kind }) => kind)).toEqual([
      "renewalQuestion",
      "renewalQuestion",
    ]);
  });
});

/** As many more of the same offer. */
async function copies(offerId: string, count: number): Promise<void> {
  await db.execute(sql`
    insert into offer (id, reference, structure_id, account_id, campaign, validation, publication,
      published_at, submitted_at, draft, current_revision_id, approved_revision_id, version,
      created_at, updated_at)
    select gen_random_uuid(), reference || n, structure_id, account_id, campaign,
      validation, publication, published_at, submitted_at, draft, current_revision_id,
      approved_revision_id, version, created_at, updated_at + n * interval '1 second'
    from offer, generate_series(1, ${count}) n where id = ${offerId}`);
}
