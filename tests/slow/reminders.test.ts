// Covers: lib/offer/reminder/ lib/offer/renewal/
import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { offer } from "@/lib/offer/content/tables";
import { remindAccounts } from "@/lib/offer/reminder/commands/remind-accounts";
import { answerRenewal } from "@/lib/offer/renewal/commands/renew-offer";
import { db } from "@/lib/platform/database/client";
import { shiftClock } from "@/lib/platform/values/clock";
import { approved, decided, newDraft, newOfferor } from "../support/people";
import { dayOfMail, goTo, mailsTo, textOf } from "../support/reminders";

afterEach(() => shiftClock(0));

it("reminders over two years are exactly the expected mails, never two in a week", async () => {
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
    const links = [...(composed?.text.matchAll(/renouvellement\/(\S+?)\?reponse=oui/g) ?? [])].map(
      ([, token]) => token ?? "",
    );
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
