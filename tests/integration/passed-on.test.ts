import { and, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { account } from "@/db/schema/account";
import { offerMessage } from "@/db/schema/contact";
import { mail, mailboxMessage } from "@/db/schema/mail";
import { liftSuspension, suspend } from "@/lib/agency/suspension/commands/suspend";
import { writeToStructure } from "@/lib/catalogue/contact/commands/write-to-structure";
import { deliverMail } from "@/lib/mails/compose";
import { offer } from "@/lib/offer/content/tables";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { suspensionOf } from "@/lib/offer/suspended/queries";
import { removeColleague } from "@/lib/people/membership/commands/manage";
import { purgeTraces } from "@/lib/people/privacy/commands/purge-traces";
import { closeAccount } from "@/lib/people/profile/commands/close-account";
import { db } from "@/lib/platform/database/client";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { elsewhere, emailOf, messageTo } from "../support/callers";
import { invited, newColleague } from "../support/colleagues";
import {
  decided,
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  ownOffers,
  published,
  rowOf,
  submitted,
} from "../support/people";

// What goes with a person who leaves: erasure.test.ts.

const leaving = [
  ["is removed", (by: Offeror, one: Offeror) => removeColleague(by, one.accountId)],
  ["closes their account", (_: Offeror, one: Offeror) => closeAccount(one, "Prevention1")],
] as const;

/** Kinds of the mails that wait for this address about an offer or a suspension of it, sorted. */
async function waitingFor(email: string): Promise<string[]> {
  const rows = await db
    .select({ kind: mail.kind })
    .from(mail)
    .where(
      and(
        eq(mail.recipient, email),
        eq(mail.state, "queued"),
        sql`(${mail.params} ? 'offerId' or ${mail.params} ? 'suspensionId')`,
      ),
    );
  return rows.map(({ kind }) => kind).sort();
}

async function waitsForALock(): Promise<boolean> {
  const rows = await db.execute(
    sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

describe.each(leaving)("letters that wait when somebody %s", (_, leave) => {
  it("go to who answers for the offers they are about", async () => {
    const [by, moderator] = [await newOfferor(), await newModerator()];
    const one = await newColleague(by);
    const [email, heir] = [await emailOf(one), await emailOf(by)];
    await decided(one, "requestChanges");
    await decided(one, "refuse");
    const binned = await decided(one, "refuse");
    expect(await moveOffer(one, binned, "delete")).toMatchObject({ ok: true });
    const subject = { thing: "offer", id: await decided(one, "approve") } as const;
    expect(await suspend(moderator, { ...subject, message: "Travaux." })).toMatchObject({
      ok: true,
    });
    const inForce = await suspensionOf(db, "offer", subject.id);
    const suspensionId = inForce?.id ?? "";
    expect(await liftSuspension(moderator, { ...subject, suspensionId })).toMatchObject({
      ok: true,
    });
    const about = ["offerApproved", "offerChangesRequested", "offerRefused", "offerRefused"];
    const receipts = (await waitingFor(email)).filter((kind) => kind === "offerReceived");
    expect((await waitingFor(email)).filter((kind) => kind !== "offerReceived")).toEqual([
      ...about,
      "suspended",
      "suspensionLifted",
    ]);
    expect(receipts).toHaveLength(4);

    expect(await leave(by, one)).toMatchObject({ ok: true });
    expect((await rowOf(subject.id)).accountId).toBe(by.accountId);
    expect(await waitingFor(email)).toEqual([]);
    expect(await waitingFor(heir)).toEqual([
      ...about.slice(0, -1),
      "suspended",
      "suspensionLifted",
    ]);
  });

  it("go there too where a decision was still writing them", async () => {
    const by = await newOfferor();
    const one = await newColleague(by);
    const [email, heir] = [await emailOf(one), await emailOf(by)];
    const offerId = await submitted(one);
    let left: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      const [row] = await tx.select().from(offer).where(eq(offer.id, offerId)).for("update");
      left = leave(by, one);
      await vi.waitFor(async () => expect(await waitsForALock()).toBe(true), 10_000);
      const revisionId = row?.currentRevisionId ?? "";
      await enqueueMail(tx, "offerApproved", email, { offerId, revisionId });
    });
    expect(await left).toMatchObject({ ok: true });
    expect(await waitingFor(heir)).toContain("offerApproved");
  });

  it("and that visitors wrote go to who answers for the offer, as the copy says", async () => {
    const [by, moderator] = [await newOfferor(), await newModerator()];
    const [one, other] = [await newColleague(by), await newColleague(by)];
    const referentEmail = await emailOf(one);
    const [own, colleagues] = [
      await published(one, moderator, { referentEmail }),
      await published(other, moderator, { referentEmail }),
    ];
    const written = [messageTo(own), messageTo(colleagues)];
    for (const message of written)
      expect(await writeToStructure(message, elsewhere())).toMatchObject({ ok: true });
    expect(await leave(by, one)).toMatchObject({ ok: true });
    for (const [index, reader] of [by, other].entries()) {
      const { email = "" } = written[index] ?? {};
      const [kept] = await db.select().from(offerMessage).where(eq(offerMessage.email, email));
      const mails = await mailsAbout(kept?.id ?? "");
      expect(mails.map(({ kind, recipient }) => [kind, recipient])).toEqual([
        ["copyOfMessage", email],
        ["messageToReferent", await emailOf(reader)],
      ]);
      for (const { id } of mails) await deliverMail({ mailId: id, attempt: 0 });
      expect(await received(mails)).toBe(2);
    }
  });
});

it("a visitor's message that nobody is left to read is not confirmed", async () => {
  const [by, moderator] = [await newOfferor(), await newModerator()];
  const one = await newColleague(by);
  const reference = await published(one, moderator, { referentEmail: await emailOf(one) });
  const message = messageTo(reference);
  expect(await writeToStructure(message, elsewhere())).toMatchObject({ ok: true });
  const [kept] = await db.select().from(offerMessage).where(eq(offerMessage.email, message.email));
  const before = await mailsAbout(kept?.id ?? "");
  expect(before).toHaveLength(2);
  await db.update(account).set({ emailConfirmedAt: null }).where(eq(account.id, by.accountId));
  expect(await removeColleague(by, one.accountId)).toMatchObject({ ok: true });
  for (const { id } of before) await deliverMail({ mailId: id, attempt: 0 });
  expect(await received(before)).toBe(0);
});

it("an offer that was being saved meanwhile passes on in the night, where somebody is left", async () => {
  const [stays, alone] = [await newOfferor(), await newOfferor()];
  const one = await newColleague(stays);
  await invited(alone);
  expect(await removeColleague(stays, one.accountId)).toMatchObject({ ok: true });
  expect(await closeAccount(alone, "Prevention1")).toMatchObject({ ok: true });
  // Requests that were let in a moment before.
  const [passed, nobodys] = [await newDraft(one), await newDraft(alone)];
  await purgeTraces();
  expect(await rowOf(passed)).toMatchObject({
    accountId: stays.accountId,
    draft: { values: { title: "Prévention de l’obésité" } },
  });
  expect((await ownOffers(stays, "titre")).map(({ id }) => id)).toEqual([passed]);
  expect(await db.$count(offer, eq(offer.id, nobodys))).toBe(0);
});

function mailsAbout(messageId: string) {
  return db
    .select()
    .from(mail)
    .where(sql`${mail.params}->>'messageId' = ${messageId}`)
    .orderBy(mail.kind);
}

function received(mails: readonly { id: string }[]) {
  const ids = mails.map(({ id }) => id);
  return db.$count(mailboxMessage, inArray(mailboxMessage.id, ids));
}
