import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { searchAlert } from "@/db/schema/alert";
import { offerMessage } from "@/db/schema/contact";
import { mail, mailboxMessage } from "@/db/schema/mail";
import { report } from "@/db/schema/report";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { deliverMail } from "@/lib/mails/compose";
import type { Reader } from "@/lib/mails/define-mail";
import { mails } from "@/lib/mails/registry";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { createToken } from "@/lib/people/account/commands/tokens";
import { db } from "@/lib/platform/database/client";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import type { MailKind, MailKinds } from "@/lib/platform/outbox/kinds";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { newDraft, newModerator, newOfferor, rowOf } from "../support/people";

/** In every field that somebody can type. */
const canary = "Canari";
const typed = `${canary} colis bloqué`;
const readBy = (...readers: Reader[]): MailKind[] =>
  mails.filter(({ reader }) => readers.includes(reader)).map(({ kind }) => kind);
const day = 86_400_000;

/**
 * Someone who typed the canary everywhere, at an address that nobody confirmed, and what each
 * letter would tell of.
 */
async function stranger() {
  const viewer = await newOfferor();
  const [moderator, email] = [await newModerator(), `${newId()}@exemple.fr`];
  const offerId = await newDraft(viewer, {
    title: typed,
    description: typed,
    siteName: typed,
    referentName: typed,
    referentFunction: typed,
  });
  const submitted = await submitOffer(viewer, {
    offerId,
    version: (await rowOf(offerId)).version,
    publishOnApproval: true,
  });
  expect(submitted).toMatchObject({ ok: true });
  const revisionId = (await rowOf(offerId)).currentRevisionId ?? "";
  const { accountId, structureId } = viewer;
  await db
    .update(account)
    .set({
      email,
      newEmail: email,
      firstName: typed,
      lastName: typed,
      function: typed,
      emailConfirmedAt: null,
    })
    .where(eq(account.id, accountId));
  await db
    .update(structure)
    .set({ name: typed, street: typed, representativeName: typed, representativeFunction: typed })
    .where(eq(structure.id, structureId));
  const [alertId, messageId, reportId, suspensionId] = [newId(), newId(), newId(), newId()];
  const at = now();
  await db.insert(searchAlert).values({
    id: alertId,
    email,
    query: `q=${canary}&lieu=${canary}&departement=88`,
    createdAt: at,
    notifiedUntil: at,
  });
  await db.insert(offerMessage).values({
    id: messageId,
    offerId,
    name: typed,
    email,
    establishment: typed,
    words: typed,
    students: 3,
    disciplines: ["nursing"],
    months: [3],
    createdAt: at,
  });
  await db
    .insert(report)
    .values({ id: reportId, offerId, reason: "other", words: typed, email, createdAt: at });
  await db.insert(suspension).values({
    id: suspensionId,
    accountId,
    message: "Nous vérifions votre compte.",
    suspendedBy: moderator.accountId,
    suspendedAt: at,
  });
  const tokenId = await db.transaction((tx) => createToken(tx, accountId, "confirmAddress"));
  const later = new Date(at.getTime() + day).toISOString();
  const about = { offerId, revisionId };
  const params: MailKinds = {
    confirmAddress: { accountId, tokenId },
    choosePassword: { accountId, tokenId },
    passwordChanged: { accountId },
    confirmNewAddress: { accountId, tokenId },
    addressChangeAsked: { accountId },
    addressTaken: { accountId },
    joinStructure: { accountId, tokenId },
    joinModerators: { accountId: moderator.accountId, tokenId },
    confirmAlert: { alertId },
    accountClosed: { structureId, by: "administrator" },
    accountSwitched: { accountId },
    accountIdle: { accountId, warnedAt: later },
    roleChanged: { accountId },
    offerReceived: about,
    offersReceived: { importId: newId() },
    offerApproved: about,
    offerChangesRequested: about,
    offerRefused: about,
    suspended: { suspensionId },
    suspensionLifted: { suspensionId },
    structuresMerged: { structureId, targetId: structureId },
    offersReminder: { accountId, sentAt: later },
    renewalQuestion: { accountId, campaign: "2027", askedAt: later },
    moderatorRoleChanged: { accountId: moderator.accountId },
    pendingDigest: { accountId: moderator.accountId },
    offerToModerate: about,
    offersToModerate: { importId: newId() },
    offerReported: { reportId },
    newOffers: { alertId, since: at.toISOString(), until: later },
    messageToReferent: { messageId },
    copyOfMessage: { messageId },
  };
  await db
    .update(account)
    .set({ firstName: typed, lastName: typed })
    .where(eq(account.id, moderator.accountId));
  return { email, params };
}

async function delivered(kind: MailKind, recipient: string, params: MailKinds[MailKind]) {
  const id = await db.transaction((tx) => enqueueMail(tx, kind, recipient, params as never));
  await deliverMail({ mailId: id, attempt: 0 });
  const [row] = await db.select().from(mail).where(eq(mail.id, id));
  expect(row?.state).toBe("sent");
  return (await db.select().from(mailboxMessage).where(eq(mailboxMessage.id, id)))[0];
}

describe("letters", () => {
  it("to an address nobody has confirmed carry nothing that somebody typed", async () => {
    const { email, params } = await stranger();
    const left: MailKind[] = [];
    for (const kind of readBy("anyone", "owner")) {
      const letter = await delivered(kind, email, params[kind]);
      if (!letter) continue;
      left.push(kind);
      expect(`${letter.subject}\n${letter.text}\n${letter.html}`, kind).not.toMatch(
        new RegExp(canary, "i"),
      );
    }
    // What can be written to anyone is written; all else waits for who confirms.
    expect(left.sort()).toEqual(readBy("anyone").sort());
  });

  it("to their owner say what they are about", async () => {
    const { email, params } = await stranger();
    await db.update(account).set({ emailConfirmedAt: new Date() }).where(eq(account.email, email));
    for (const kind of ["offerReceived", "offerApproved", "offerRefused", "roleChanged"] as const) {
      expect((await delivered(kind, email, params[kind]))?.text, kind).toContain(canary);
    }
  });

  it("that carry what strangers typed go to the agency, or to who asked for them", () => {
    expect(readBy("agency", "asked").sort()).toEqual([
      "messageToReferent",
      "moderatorRoleChanged",
      "newOffers",
      "offerReported",
      "offerToModerate",
      "offersToModerate",
      "pendingDigest",
    ]);
  });
});
