import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { account, session } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { offerMessage } from "@/db/schema/contact";
import { mail } from "@/db/schema/mail";
import { localReferent, structure } from "@/db/schema/structure";
import { reportOffer } from "@/lib/agency/report/commands/report-offer";
import { subscribeAlert } from "@/lib/catalogue/alert/commands/subscribe-alert";
import { deliverMail } from "@/lib/mails/compose";
import { offer } from "@/lib/offer/content/tables";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { choosePassword, forgotPassword } from "@/lib/people/account/commands/links";
import { signIn } from "@/lib/people/account/commands/sign-in";
import { personalData } from "@/lib/people/privacy/queries";
import {
  cancelAddressChange,
  confirmNewAddress,
  requestAddressChange,
} from "@/lib/people/profile/commands/change-address";
import { closeAccount } from "@/lib/people/profile/commands/close-account";
import {
  changePassword,
  chooseMails,
  editIdentity,
} from "@/lib/people/profile/commands/edit-account";
import { endOtherSessions, endSession } from "@/lib/people/profile/commands/sessions";
import { closingPreview, ownSessions } from "@/lib/people/profile/queries";
import { editStructure } from "@/lib/people/structure/commands";
import type { Viewer } from "@/lib/platform/access/policy";
import { viewerOf } from "@/lib/platform/access/session";
import { db } from "@/lib/platform/database/client";
import { shiftClock } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { unknownCaller } from "@/lib/platform/visitor/caller";
import { clockHeld } from "../support/clock";
import { accountRow, invited, newColleague, secretFor } from "../support/colleagues";
import {
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  rowOf,
  submitted,
  termId,
} from "../support/people";
import { traces } from "../support/personal-data";

const currentPassword = "Prevention1";
const nobody: Viewer = { kind: "anonymous" };
const mailsOf = (kind: string, recipient: string) =>
  db.$count(mail, and(eq(mail.kind, kind), eq(mail.recipient, recipient)));
const emailOf = async (viewer: Offeror) => (await accountRow(viewer.accountId))?.email ?? "";

async function published(viewer: Offeror): Promise<string> {
  const offerId = await submitted(viewer);
  await decideOffer(await newModerator(), {
    offerId,
    revisionId: (await rowOf(offerId)).currentRevisionId ?? "",
    decision: "approve",
    reason: "",
  });
  return offerId;
}

async function secondSession(viewer: Offeror): Promise<string> {
  const signedIn = await signIn(
    { email: await emailOf(viewer), password: currentPassword },
    {
      ...unknownCaller,
      userAgent: "Mozilla/5.0 (Windows NT 10.0; rv:143.0) Gecko/20100101 Firefox/143.0",
    },
  );
  return signedIn.ok ? signedIn.data.sessionId : "";
}

describe("the structure", () => {
  const input = async () => ({
    name: "Collège renommé",
    street: "2 rue Neuve",
    postcode: "57000",
    commune: "57463",
    typeId: await termId("structureType", "Association"),
    representativeName: "Karim Benali",
    representativeFunction: "Président",
  });

  it("is edited by its administrator, and the catalogue says so at once", async () => {
    const viewer = await newOfferor();
    const { reference } = await rowOf(await published(viewer));
    expect((await editStructure(viewer, await input())).ok).toBe(true);
    expect((await publicOfferByReference(reference))?.page.structure).toEqual({
      name: "Collège renommé",
      type: "Association",
    });
    const [row] = await db.select().from(structure).where(eq(structure.id, viewer.structureId));
    expect(row).toMatchObject({ communeName: "Metz", department: "57" });
    expect(await editStructure(viewer, { ...(await input()), commune: "Épinal" })).toMatchObject({
      code: "notOfPostcode",
      field: "commune",
    });
    expect(await editStructure(viewer, { ...(await input()), typeId: newId() })).toMatchObject({
      code: "typeUnknown",
    });
  });

  it("is not edited by anyone else, nor by who was its administrator a moment ago", async () => {
    const viewer = await newOfferor();
    const editor = await newColleague(viewer);
    for (const denied of [nobody, editor, await newModerator()])
      expect(await editStructure(denied, await input())).toMatchObject({ code: "notFound" });
    await db.update(account).set({ role: "editor" }).where(eq(account.id, viewer.accountId));
    expect(await editStructure(viewer, await input())).toMatchObject({ code: "notFound" });
    const [row] = await db.select().from(structure).where(eq(structure.id, viewer.structureId));
    expect(row?.name).not.toBe("Collège renommé");
  });
});

describe("one's own account", () => {
  it("is edited by its owner only", async () => {
    const viewer = await newOfferor();
    const identity = {
      lastName: "Weber",
      firstName: "Anne",
      function: "Directrice",
      phone: "+33383000000",
    };
    expect((await editIdentity(viewer, identity)).ok).toBe(true);
    expect(await accountRow(viewer.accountId)).toMatchObject(identity);
    for (const command of [
      () => editIdentity(nobody, identity),
      () => chooseMails(nobody, { receipts: true, reminders: true }),
      () => cancelAddressChange(nobody),
      () => endOtherSessions(nobody),
    ]) {
      expect(await command()).toMatchObject({ code: "notFound" });
    }
  });

  it("receives no receipt it declined, and every decision all the same", async () => {
    const viewer = await newOfferor();
    expect((await chooseMails(viewer, { receipts: false, reminders: false })).ok).toBe(true);
    await published(viewer);
    const email = await emailOf(viewer);
    expect([await mailsOf("offerReceived", email), await mailsOf("offerApproved", email)]).toEqual([
      0, 1,
    ]);
    await chooseMails(viewer, { receipts: true, reminders: true });
    await submitted(viewer);
    expect(await mailsOf("offerReceived", email)).toBe(1);
  });

  it(
    "changes its password knowing the present one: every old cookie is refused, the owner " +
      "is told, a link asked before is dead",
    async () => {
      const viewer = await newOfferor();
      const email = await emailOf(viewer);
      const other = await secondSession(viewer);
      await forgotPassword(email);
      const secret = await secretFor(viewer.accountId, "choosePassword");
      expect(
        await changePassword(viewer, { currentPassword: "faux", password: "Nouveau1" }),
      ).toMatchObject({ code: "badPassword", field: "currentPassword" });
      expect((await viewerOf(other)).kind).toBe("offeror");
      const changed = await changePassword(viewer, { currentPassword, password: "Nouveau1" });
      for (const old of [viewer.sessionId, other]) expect(await viewerOf(old)).toEqual(nobody);
      expect((await viewerOf(changed.ok ? changed.data.sessionId : "")).kind).toBe("offeror");
      expect(await mailsOf("passwordChanged", email)).toBe(1);
      expect((await signIn({ email, password: currentPassword })).ok).toBe(false);
      expect((await signIn({ email, password: "Nouveau1" })).ok).toBe(true);
      expect(await choosePassword({ token: secret, password: "Autre123" })).toMatchObject({
        code: "linkUnusable",
      });
    },
  );

  it("makes who guesses here wait longer and longer, whatever is tried at the sign-in", async () => {
    onTestFinished(clockHeld());
    const viewer = await newOfferor();
    for (let index = 0; index < 30; index++)
      await signIn({ email: await emailOf(viewer), password: "faux" });
    const codes: string[] = [];
    for (let index = 0; index < 7; index++) {
      const outcome = await changePassword(viewer, {
        currentPassword: "faux",
        password: "Nouveau1",
      });
      codes.push(outcome.ok ? "ok" : outcome.code);
    }
    expect(codes).toEqual([
      ...Array<string>(5).fill("badPassword"),
      "tooManyAttempts",
      "tooManyAttempts",
    ]);
    expect(await closeAccount(viewer, currentPassword)).toMatchObject({
      code: "tooManyAttempts",
      params: { wait: "30 secondes" },
    });
    shiftClock(30_000);
    expect(await changePassword(viewer, { currentPassword, password: "Nouveau1" })).toMatchObject({
      ok: true,
    });
  });

  it(
    "changes its address by the link mailed to the new one; the old one is told, and its " +
      "links die",
    async () => {
      const viewer = await newOfferor({ confirmed: false });
      const [before, email] = [await emailOf(viewer), `nouvelle.${newId()}@exemple.fr`];
      expect(await requestAddressChange(viewer, { email, currentPassword: "faux" })).toMatchObject({
        code: "badPassword",
      });
      expect(await requestAddressChange(viewer, { email: before, currentPassword })).toMatchObject({
        code: "sameAddress",
      });
      expect((await requestAddressChange(viewer, { email, currentPassword })).ok).toBe(true);
      expect([
        await mailsOf("confirmNewAddress", email),
        await mailsOf("addressChangeAsked", before),
      ]).toEqual([1, 1]);
      expect(await emailOf(viewer)).toBe(before);
      const [secret, old] = [
        await secretFor(viewer.accountId, "changeAddress"),
        await secretFor(viewer.accountId, "confirmAddress"),
      ];
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => confirmNewAddress(secret)),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await accountRow(viewer.accountId)).toMatchObject({ email, newEmail: null });
      expect((await accountRow(viewer.accountId))?.emailConfirmedAt).not.toBeNull();
      expect(await confirmNewAddress(old)).toMatchObject({ code: "linkUnusable" });
      expect((await signIn({ email, password: currentPassword })).ok).toBe(true);
      expect((await signIn({ email: before, password: currentPassword })).ok).toBe(false);
    },
  );

  it("does not tell that an address is taken, and never takes it", async () => {
    const [viewer, other] = [await newOfferor(), await newOfferor()];
    const taken = await emailOf(other);
    expect(await requestAddressChange(viewer, { email: taken, currentPassword })).toEqual(
      await requestAddressChange(viewer, { email: `libre.${newId()}@exemple.fr`, currentPassword }),
    );
    expect([
      await mailsOf("confirmNewAddress", taken),
      await mailsOf("addressTaken", taken),
    ]).toEqual([0, 1]);
    const email = `disputee.${newId()}@exemple.fr`;
    for (const one of [viewer, other]) await requestAddressChange(one, { email, currentPassword });
    const outcomes = await Promise.all(
      [viewer, other].map(async (one) =>
        confirmNewAddress(await secretFor(one.accountId, "changeAddress")),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: "emailTaken" });
  });

  it("takes an address that was invited in vain, not one whose invitation can be answered", async () => {
    const [viewer, email] = [await newOfferor(), `invitee.${newId()}@exemple.fr`];
    await invited(await newOfferor(), "editor", email);
    await requestAddressChange(viewer, { email, currentPassword });
    expect(await mailsOf("confirmNewAddress", email)).toBe(0);
    shiftClock(8 * 24 * 3600_000);
    onTestFinished(() => shiftClock(0));
    expect((await requestAddressChange(viewer, { email, currentPassword })).ok).toBe(true);
    expect(await mailsOf("confirmNewAddress", email)).toBe(1);
    const secret = await secretFor(viewer.accountId, "changeAddress");
    expect((await confirmNewAddress(secret)).ok).toBe(true);
    expect(await emailOf(viewer)).toBe(email);
  });

  it("drops a change of address that is taken back, or when the password is chosen anew", async () => {
    const viewer = await newOfferor();
    for (const stop of [
      () => cancelAddressChange(viewer),
      async () => {
        await forgotPassword(await emailOf(viewer));
        return choosePassword({
          token: await secretFor(viewer.accountId, "choosePassword"),
          password: currentPassword,
        });
      },
    ]) {
      await requestAddressChange(viewer, { email: `vol.${newId()}@exemple.fr`, currentPassword });
      expect((await stop()).ok).toBe(true);
      expect(
        await confirmNewAddress(await secretFor(viewer.accountId, "changeAddress")),
      ).toMatchObject({ code: "linkUnusable" });
      expect((await accountRow(viewer.accountId))?.newEmail).toBeNull();
    }
  });

  it("lists its sessions with their browser, ends one or all others, and no one else's", async () => {
    const [viewer, stranger] = [await newOfferor(), await newOfferor()];
    const [second, third] = [await secondSession(viewer), await secondSession(viewer)];
    const sessions = await ownSessions(viewer);
    expect(sessions[0]).toMatchObject({ id: viewer.sessionId, isThisOne: true });
    expect(sessions.find(({ id }) => id === second)).toMatchObject({
      browser: "Firefox sur Windows",
      isThisOne: false,
    });
    await endSession(stranger, second);
    expect((await viewerOf(second)).kind).toBe("offeror");
    await endSession(viewer, second);
    expect(await viewerOf(second)).toEqual(nobody);
    await endOtherSessions(viewer);
    expect(await viewerOf(third)).toEqual(nobody);
    expect((await viewerOf(viewer.sessionId)).kind).toBe("offeror");
  });

  it("notes when a session was last seen, at most once an hour", async () => {
    const viewer = await newOfferor();
    const seen = async () =>
      (
        await db.select().from(session).where(eq(session.id, viewer.sessionId))
      )[0]?.lastSeenAt?.getTime() ?? 0;
    const first = await seen();
    try {
      shiftClock(50 * 60_000);
      await viewerOf(viewer.sessionId);
      expect(await seen()).toBe(first);
      shiftClock(70 * 60_000);
      await viewerOf(viewer.sessionId);
      expect(await seen()).toBeGreaterThan(first + 60 * 60_000);
    } finally {
      shiftClock(0);
    }
  });

  /** What somebody does as a visitor, under an address. */
  async function visited(email: string, offerId: string): Promise<void> {
    await subscribeAlert({ recherche: "mois=3", email });
    await db.insert(offerMessage).values({
      ...{ id: newId(), offerId, name: "Anne Petit", email, establishment: "IFSI de Nancy" },
      ...{ words: `De ${email}`, students: 2, disciplines: [], months: [3], halfDays: [] },
      createdAt: new Date(),
    });
    const { reference } = await rowOf(offerId);
    await reportOffer({ reference, reason: "wrongFacts", words: `Par ${email}`, email });
  }

  it("exports its own data and offers, nothing of others and no secret", async () => {
    const [viewer, other] = [await newOfferor(), await newOfferor()];
    const [offerId, theirs] = [await published(viewer), await published(other)];
    const [email, otherEmail] = [await emailOf(viewer), await emailOf(other)];
    await newDraft(other);
    await visited(email, theirs);
    await visited(otherEmail, offerId);
    const data = await personalData(viewer);
    expect(data).toMatchObject({
      account: { email },
      offers: [{ id: offerId, revisions: [{ number: 1 }] }],
      alerts: [{ query: "mois=3", confirmedAt: null }],
      messages: [{ reference: (await rowOf(theirs)).reference, words: `De ${email}`, students: 2 }],
      reports: [
        {
          reference: (await rowOf(theirs)).reference,
          reason: "wrongFacts",
          words: `Par ${email}`,
          treatedAt: null,
        },
      ],
    });
    const text = JSON.stringify(data);
    expect(text).not.toContain("argon2");
    expect(text).not.toContain(other.accountId);
    expect(text).not.toContain(otherEmail);
    for (const denied of [nobody, await newModerator()])
      expect(await personalData(denied)).toBeNull();
  });
});

describe("closing an account", () => {
  /** Gives an account names that occur nowhere else, wherever a person's name goes. */
  async function asCanary(viewer: Offeror): Promise<{ offerId: string; words: string[] }> {
    const word = newId().replaceAll("-", "").slice(-12);
    const email = `canari-${word}@exemple.fr`;
    await db
      .update(account)
      .set({
        email,
        lastName: `Nom${word}`,
        firstName: `Prenom${word}`,
        function: `Fonction${word}`,
        phone: `+33${word}`,
      })
      .where(eq(account.id, viewer.accountId));
    await db.insert(localReferent).values({
      id: newId(),
      structureId: viewer.structureId,
      name: `Nom${word}`,
      function: "",
      phone: "",
      email,
      createdAt: new Date(),
    });
    await signIn(
      { email, password: currentPassword },
      { ...unknownCaller, userAgent: `Navigateur ${word}` },
    );
    await forgotPassword(email);
    await requestAddressChange(viewer, { email: `autre-${word}@exemple.fr`, currentPassword });
    const offerId = await newDraft(viewer, {
      referentName: `Nom${word}`,
      referentFunction: `Fonction${word}`,
      referentPhone: `+33${word}`,
      referentEmail: email,
    });
    expect(await traces(word)).toEqual(
      expect.arrayContaining(["account", "session", "mail", "offer", "local_referent"]),
    );
    return { offerId, words: [word] };
  }

  async function deliverFarewell(): Promise<void> {
    const rows = await db
      .select()
      .from(mail)
      .where(and(eq(mail.kind, "accountClosed"), eq(mail.state, "queued")));
    for (const { id } of rows) await deliverMail({ mailId: id, attempt: 0 });
  }

  it("of an editor: no trace of the person, the offers with an administrator, the log intact", async () => {
    const administrator = await newOfferor();
    const editor = await newColleague(administrator);
    const { reference } = await rowOf(await published(editor));
    const { offerId, words } = await asCanary(editor);
    expect(await closingPreview(editor)).toMatchObject({
      closing: "passOn",
      offers: 2,
      publicOffers: 1,
    });
    expect(await closeAccount(editor, "faux")).toMatchObject({ code: "badPassword" });
    expect((await closeAccount(editor, currentPassword)).ok).toBe(true);
    await deliverFarewell();
    // What the local mailbox holds is the person's own: it stands in for their provider.
    for (const word of words)
      expect((await traces(word)).filter((name) => name !== "mailbox_message")).toEqual([]);
    expect(await viewerOf(editor.sessionId)).toEqual(nobody);
    expect((await rowOf(offerId)).accountId).toBe(administrator.accountId);
    expect((await publicOfferByReference(reference))?.reference).toBe(reference);
    expect(await db.$count(auditEntry, eq(auditEntry.actorId, editor.accountId))).toBeGreaterThan(
      3,
    );
  });

  it("of the last person: the structure and its offers leave, invitations with them", async () => {
    const viewer = await newOfferor();
    const [offerId, waiting] = [await published(viewer), await invited(viewer)];
    const pending = await submitted(viewer);
    const { words } = await asCanary(viewer);
    const { reference } = await rowOf(offerId);
    expect(await closingPreview(viewer)).toMatchObject({
      closing: "closeStructure",
      offers: 3,
      publicOffers: 1,
    });
    expect((await closeAccount(viewer, currentPassword)).ok).toBe(true);
    await deliverFarewell();
    for (const word of words)
      expect((await traces(word)).filter((name) => name !== "mailbox_message")).toEqual([]);
    expect(await db.$count(offer, inArray(offer.id, [offerId, pending]))).toBe(0);
    expect(await publicOfferByReference(reference)).toBeNull();
    expect(await accountRow(waiting)).toBeUndefined();
    const [row] = await db.select().from(structure).where(eq(structure.id, viewer.structureId));
    expect(row).toMatchObject({ state: "closed", representativeName: "" });
  });

  it(
    "of the only administrator among colleagues asks for a transfer first; moderators and " +
      "visitors have none to close",
    async () => {
      const viewer = await newOfferor();
      const colleague = await newColleague(viewer);
      expect(await closeAccount(viewer, currentPassword)).toMatchObject({ code: "transferFirst" });
      expect((await viewerOf(colleague.sessionId)).kind).toBe("offeror");
      for (const denied of [nobody, await newModerator()])
        expect(await closeAccount(denied, currentPassword)).toMatchObject({ code: "notFound" });
    },
  );
});
