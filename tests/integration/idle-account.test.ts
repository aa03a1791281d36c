import { and, eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { account, session } from "@/db/schema/account";
import { mail, mailboxMessage } from "@/db/schema/mail";
import { switchAccount } from "@/lib/agency/help-desk/commands/switch-account";
import { deliverMail } from "@/lib/mails/compose";
import { disableModerator, enableModerator } from "@/lib/people/membership/commands/manage";
import { closeIdleAccounts } from "@/lib/people/privacy/commands/close-idle-accounts";
import { db } from "@/lib/platform/database/client";
import { dayInWords } from "@/lib/platform/values/calendar-day";
import { now, shiftClock } from "@/lib/platform/values/clock";
import { accountRow, newColleague } from "../support/colleagues";
import {
  type Moderator,
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  rowOf,
} from "../support/people";

// What the last one leaves behind: erasure.test.ts.

type Someone = Offeror | Moderator;
type Kind = Someone["kind"];

const day = 24 * 3600_000;
const start = -3 * 365 * day;
const atDay = (days: number) => shiftClock(start + days * day);

const newOf = (kind: Kind) => (kind === "offeror" ? newOfferor() : newModerator());
/** As the agency does it: an offeror's account by its help desk, a moderator's by its portal. */
const disable = (by: Moderator, { kind, accountId }: Someone) =>
  kind === "offeror" ? switchAccount(by, accountId, "deactivate") : disableModerator(by, accountId);
const enable = (by: Moderator, { kind, accountId }: Someone) =>
  kind === "offeror" ? switchAccount(by, accountId, "reactivate") : enableModerator(by, accountId);

const lives = (viewer: Someone) => accountRow(viewer.accountId).then((row) => row?.state);
const warningsOf = ({ accountId }: Someone) =>
  and(eq(mail.kind, "accountIdle"), sql`${mail.params}->>'accountId' = ${accountId}`);

async function deliverWarnings(viewer: Someone) {
  const waiting = await db
    .select()
    .from(mail)
    .where(and(warningsOf(viewer), eq(mail.state, "queued")));
  const messages: (typeof mailboxMessage.$inferSelect)[] = [];
  for (const { id, attempts } of waiting) {
    await deliverMail({ mailId: id, attempt: attempts });
    messages.push(...(await db.select().from(mailboxMessage).where(eq(mailboxMessage.id, id))));
  }
  return messages;
}

afterEach(() => shiftClock(0));

describe("an account nobody uses", () => {
  it("is not closed while its warning did not leave, nor for 30 days after it did", async () => {
    atDay(0);
    const [unwarned, late] = [await newOfferor(), await newOfferor()];
    atDay(701);
    await closeIdleAccounts();
    await db.update(mail).set({ state: "failed", attempts: 300 }).where(warningsOf(unwarned));
    atDay(729);
    expect((await deliverWarnings(late)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining(dayInWords(new Date(now().getTime() + 30 * day))),
    ]);
    for (const days of [733, 758]) {
      atDay(days);
      await closeIdleAccounts();
      expect([await lives(unwarned), await lives(late)]).toEqual(["active", "active"]);
    }
    // What was given up warned nobody: it is written anew, once.
    expect([
      await db.$count(mail, warningsOf(unwarned)),
      await db.$count(mail, warningsOf(late)),
    ]).toEqual([2, 1]);
    atDay(760);
    await closeIdleAccounts();
    expect([await lives(unwarned), await lives(late)]).toEqual(["active", "closed"]);
  });

  it("is not asked to sign in once the agency disabled it", async () => {
    atDay(0);
    const [open, disabled] = [await newOfferor(), await newOfferor()];
    await db.update(account).set({ state: "disabled" }).where(eq(account.id, disabled.accountId));
    atDay(701);
    await closeIdleAccounts();
    const [toOpen, toDisabled] = [await deliverWarnings(open), await deliverWarnings(disabled)];
    expect(toOpen[0]?.text).toMatch(/connectez-vous une fois[^]*\/connexion/);
    expect(toDisabled[0]?.text).not.toMatch(/connectez-vous|\/connexion|Sans connexion/);
    expect(toDisabled[0]?.text).toMatch(/désactivé votre compte[^]*écrivez[^]*@/);
  });

  it.each(["offeror", "moderator"] as const)(
    "has its whole period again once it was let in again: %s",
    async (kind) => {
      atDay(0);
      const switcher = await newModerator("administrator");
      const all = [await newOf(kind), await newOf(kind), await newOf(kind)] as const;
      const [warned, unwarned, left] = all;
      for (const who of all) await disable(switcher, who);
      atDay(701);
      await closeIdleAccounts();
      for (const who of [warned, left]) expect(await deliverWarnings(who)).toHaveLength(1);
      atDay(720);
      for (const who of [warned, unwarned]) await enable(switcher, who);
      // A warning that had not left yet would tell of a day that is none any more.
      expect(await deliverWarnings(unwarned)).toEqual([]);
      atDay(760);
      await closeIdleAccounts();
      expect(await Promise.all(all.map(lives))).toEqual(["active", "active", "closed"]);
      expect(await deliverWarnings(warned)).toEqual([]);
      atDay(720 + 701);
      await closeIdleAccounts();
      expect((await deliverWarnings(warned)).map(({ subject }) => subject)).toEqual([
        expect.stringContaining(dayInWords(new Date(now().getTime() + 30 * day))),
      ]);
      atDay(720 + 760);
      await closeIdleAccounts();
      expect(await lives(warned)).toBe("closed");
    },
  );

  it("hands its role to a colleague who works", async () => {
    atDay(0);
    const idle = await newOfferor();
    const editor = await newColleague(idle);
    const offerId = await newDraft(idle);
    for (const days of [710, 745]) {
      atDay(days);
      await db
        .update(session)
        .set({ lastSeenAt: now() })
        .where(eq(session.accountId, editor.accountId));
      await closeIdleAccounts();
      await deliverWarnings(idle);
    }
    expect(await accountRow(idle.accountId)).toMatchObject({ state: "closed" });
    expect(await accountRow(editor.accountId)).toMatchObject({
      state: "active",
      role: "administrator",
    });
    expect(await rowOf(offerId)).toMatchObject({ accountId: editor.accountId });
  });
});
