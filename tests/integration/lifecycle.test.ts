import { and, eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { document } from "@/db/schema/document";
import { renewal } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { duplicateOffer } from "@/lib/offer/draft/commands/copy-offer";
import { attachDocument } from "@/lib/offer/draft/commands/documents";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { checkedOffer } from "@/lib/offer/draft/queries/checked-offer";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { pauseOffer } from "@/lib/offer/lifecycle/commands/pause-offer";
import { purgeOffers } from "@/lib/offer/lifecycle/commands/purge-offers";
import { wakeOffers } from "@/lib/offer/lifecycle/commands/wake-offers";
import { publicOffer } from "@/lib/offer/projection/tables";
import { remindAccounts } from "@/lib/offer/reminder/commands/remind-accounts";
import { answerRenewal, renewOffer } from "@/lib/offer/renewal/commands/renew-offer";
import { renewalLinks, renewalQuestion } from "@/lib/offer/renewal/queries";
import { offerHistory } from "@/lib/offer/view/queries/offer-history";
import { offerCounts } from "@/lib/offer/view/queries/own-offers";
import { removeColleague } from "@/lib/people/membership/commands/manage";
import { db } from "@/lib/platform/database/client";
import { dayAfter, dayOf } from "@/lib/platform/values/calendar-day";
import { now, shiftClock } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { signedToken } from "@/lib/platform/visitor/signed-link";
import { clockAt } from "../support/clock";
import { newColleague } from "../support/colleagues";
import {
  approved,
  decided,
  informationValues,
  newDraft,
  newModerator,
  newOfferor,
  ownOffers,
  rowOf,
} from "../support/people";

const day = 24 * 3600_000;
const isListed = async (offerId: string) =>
  (await db.$count(publicOffer, eq(publicOffer.offerId, offerId))) === 1;
const inDays = (days: number) => dayAfter(dayOf(now()), days);
const pdf = { name: "plan.pdf", content: Buffer.from("%PDF-1.4\n%%EOF") };

afterEach(() => shiftClock(0));

describe("a pause", () => {
  it("hides the offer until its day, then ends by itself", async () => {
    const viewer = await newOfferor();
    const offerId = await approved(viewer);
    expect(await isListed(offerId)).toBe(true);
    expect(await pauseOffer(viewer, { offerId, until: inDays(10) })).toMatchObject({ ok: true });
    expect(await isListed(offerId)).toBe(false);
    expect(await ownOffers(viewer, "publication")).toMatchObject([{ visibility: "paused" }]);
    shiftClock(8 * day);
    await wakeOffers();
    expect(await isListed(offerId)).toBe(false);
    shiftClock(11 * day);
    await Promise.all([wakeOffers(), wakeOffers()]);
    expect(await isListed(offerId)).toBe(true);
    expect(
      await db.$count(
        auditEntry,
        sql`${auditEntry.objectId} = ${offerId} and ${auditEntry.deed} = 'offer:wake'`,
      ),
    ).toBe(1);
  });

  it("takes a new date, and publishing ends it", async () => {
    const viewer = await newOfferor();
    const offerId = await approved(viewer);
    await pauseOffer(viewer, { offerId, until: inDays(10) });
    await pauseOffer(viewer, { offerId, until: inDays(40) });
    shiftClock(12 * day);
    await wakeOffers();
    expect(await isListed(offerId)).toBe(false);
    expect(await moveOffer(viewer, offerId, "publish")).toMatchObject({ ok: true });
    expect(await isListed(offerId)).toBe(true);
    expect((await rowOf(offerId)).pausedUntil).toBeNull();
  });

  it("is refused for the past, for too long, for what is not published and for strangers", async () => {
    const [viewer, stranger] = [await newOfferor(), await newOfferor()];
    const [offerId, unpublished] = [await approved(viewer), await approved(viewer, false)];
    expect(await pauseOffer(viewer, { offerId, until: inDays(0) })).toMatchObject({
      ok: false,
      code: "pauseTooEarly",
      field: "until",
    });
    expect(await pauseOffer(viewer, { offerId, until: inDays(366) })).toMatchObject({
      ok: false,
      code: "pauseTooLong",
    });
    expect(await pauseOffer(viewer, { offerId: unpublished, until: inDays(5) })).toMatchObject({
      ok: false,
      code: "wrongState",
    });
    for (const other of [stranger, await newModerator(), { kind: "anonymous" } as const]) {
      expect(await pauseOffer(other, { offerId, until: inDays(5) })).toMatchObject({
        ok: false,
        code: "notFound",
      });
    }
    expect(await isListed(offerId)).toBe(true);
  });
});

describe("archives and bin", () => {
  it("moves an offer between the tabs and says why it is not visible", async () => {
    const viewer = await newOfferor();
    const offerId = await approved(viewer);
    await moveOffer(viewer, offerId, "archive");
    expect(await offerCounts(viewer)).toEqual({ live: 0, archived: 1, deleted: 0 });
    expect(await ownOffers(viewer, "titre", "archived")).toMatchObject([
      { id: offerId, visibility: "archived" },
    ]);
    await moveOffer(viewer, offerId, "delete");
    expect(await offerCounts(viewer)).toEqual({ live: 0, archived: 0, deleted: 1 });
    await moveOffer(viewer, offerId, "restore");
    await moveOffer(viewer, offerId, "unarchive");
    expect(await isListed(offerId)).toBe(false);
    await moveOffer(viewer, offerId, "publish");
    expect(await isListed(offerId)).toBe(true);
    await db.update(structure).set({ state: "closed" }).where(eq(structure.id, viewer.structureId));
    expect(await ownOffers(viewer, "titre")).toMatchObject([{ visibility: "structureClosed" }]);
    expect(await offerCounts(await newOfferor())).toEqual({ live: 0, archived: 0, deleted: 0 });
  });

  it("can be undone for 30 days, then everything but the audit log is gone", async () => {
    const viewer = await newOfferor();
    const [kept, gone] = [await approved(viewer), await approved(viewer)];
    await attachDocument(viewer, gone, pdf);
    const renewed = await renewOffer(viewer, gone);
    const copyId = newId();
    await duplicateOffer(viewer, { offerId: gone, copyId });
    for (const id of [kept, gone]) await moveOffer(viewer, id, "delete");
    shiftClock(29 * day);
    await purgeOffers();
    expect(await moveOffer(viewer, kept, "restore")).toMatchObject({ ok: true });
    shiftClock(31 * day);
    await Promise.all([purgeOffers(), purgeOffers()]);
    expect((await rowOf(kept)).deletedAt).toBeNull();
    const left = [
      db.$count(offer, eq(offer.id, gone)),
      db.$count(offerRevision, eq(offerRevision.offerId, gone)),
      db.$count(document, eq(document.offerId, gone)),
      db.$count(renewal, eq(renewal.offerId, gone)),
    ];
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0]);
    expect(
      await db.$count(
        auditEntry,
        sql`${auditEntry.objectId} = ${gone} and ${auditEntry.deed} = 'offer:purge'`,
      ),
    ).toBe(1);
    // What was copied from it stands on its own.
    expect((await rowOf(copyId)).draft?.documentIds).toHaveLength(1);
    expect((await rowOf(renewed.ok ? (renewed.data.offerId ?? "") : "")).copiedFromId).toBeNull();
  });
});

describe("a copy", () => {
  it(
    "is a draft with the same content and documents of its own, once however often it is " + "sent",
    async () => {
      const viewer = await newOfferor();
      const offerId = await approved(viewer);
      await attachDocument(viewer, offerId, pdf);
      const copyId = newId();
      const outcomes = await Promise.all(
        [1, 2, 3].map(() => duplicateOffer(viewer, { offerId, copyId })),
      );
      expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
      const [source, copy] = [await rowOf(offerId), await rowOf(copyId)];
      expect(copy).toMatchObject({
        validation: "draft",
        publication: "unpublished",
        copiedFromId: offerId,
        campaign: source.campaign,
      });
      expect(copy.draft?.values).toEqual(source.draft?.values);
      expect(copy.reference).not.toBe(source.reference);
      const files = await db.select().from(document).where(eq(document.offerId, copyId));
      expect(files.map(({ id, name }) => [id, name])).toEqual([
        [copy.draft?.documentIds[0], "plan.pdf"],
      ]);
      expect(source.draft?.documentIds).not.toContain(files[0]?.id);
      expect(
        await submitOffer(viewer, {
          offerId: copyId,
          version: copy.version,
          publishOnApproval: true,
        }),
      ).toMatchObject({ ok: true });
    },
  );

  it("is not for strangers, and its id cannot name another offer", async () => {
    const [viewer, stranger] = [await newOfferor(), await newOfferor()];
    const [offerId, other] = [await newDraft(viewer), await newDraft(stranger)];
    expect(await duplicateOffer(stranger, { offerId, copyId: newId() })).toMatchObject({
      ok: false,
      code: "notFound",
    });
    expect(await duplicateOffer(await newModerator(), { offerId, copyId: newId() })).toMatchObject({
      ok: false,
      code: "notFound",
    });
    expect(await duplicateOffer(viewer, { offerId, copyId: other })).toMatchObject({
      ok: false,
      code: "conflict",
    });
    expect((await rowOf(other)).copiedFromId).toBeNull();
  });
});

describe("renewal", () => {
  const answersTo = async (offerId: string) => {
    const deed = eq(auditEntry.deed, "offer:answerRenewal");
    const entries = await db
      .select({ actorId: auditEntry.actorId })
      .from(auditEntry)
      .where(and(deed, eq(auditEntry.objectId, offerId)));
    return entries.map(({ actorId }) => actorId);
  };
  const tokenOf = async (offerId: string, campaign: number) => {
    const [asked] = await renewalLinks((await rowOf(offerId)).accountId, [offerId], campaign);
    return {
      links: asked?.links,
      token: decodeURIComponent(new URL(asked?.links.yes ?? "").pathname.split("/").at(-1) ?? ""),
    };
  };

  it("answers by a signed link; ten « Oui » make one draft for the next campaign", async () => {
    const viewer = await newOfferor();
    const offerId = await approved(viewer);
    await attachDocument(viewer, offerId, pdf);
    const { campaign } = await rowOf(offerId);
    const { token, links } = await tokenOf(offerId, campaign + 1);
    expect(links).toMatchObject({
      yes: expect.stringMatching(/\?reponse=oui$/) as unknown,
      maybe: expect.stringMatching(/\?reponse=peut-etre$/) as unknown,
      no: expect.stringMatching(/\?reponse=non$/) as unknown,
    });
    expect(await renewalQuestion(token)).toMatchObject({ campaign: campaign + 1, answer: null });
    expect(await answerRenewal(token, "no")).toMatchObject({ ok: true });
    expect(await renewalQuestion(token)).toMatchObject({ answer: "no" });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => answerRenewal(token, "yes")),
    );
    expect(
      new Set(answers.map((outcome) => (outcome.ok ? outcome.data.offerId : outcome.code))).size,
    ).toBe(1);
    const drafts = await db.select().from(offer).where(eq(offer.copiedFromId, offerId));
    expect(drafts).toMatchObject([
      {
        campaign: campaign + 1,
        validation: "draft",
        structureId: viewer.structureId,
        accountId: viewer.accountId,
      },
    ]);
    expect(await db.$count(document, eq(document.offerId, drafts[0]?.id ?? ""))).toBe(1);
    expect(await answerRenewal(token, "no")).toMatchObject({ ok: false, code: "alreadyRenewed" });
    expect(await renewOffer(viewer, offerId)).toMatchObject({
      ok: true,
      data: { offerId: drafts[0]?.id },
    });
    expect(await ownOffers(viewer, "titre")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: offerId, renewalAnswer: "yes", renewableFor: null }),
      ]),
    );
    // Whoever deletes the draft may change their mind.
    await moveOffer(viewer, drafts[0]?.id ?? "", "delete");
    expect(await renewalQuestion(token)).toMatchObject({ answer: null });
    expect(await answerRenewal(token, "no")).toMatchObject({ ok: true });
  });

  it("refuses links of another offer, another campaign, too old or tampered with", async () => {
    const viewer = await newOfferor();
    const [offerId, other] = [await approved(viewer), await approved(viewer)];
    const { campaign } = await rowOf(offerId);
    const { token } = await tokenOf(offerId, campaign + 1);
    const [, , accountId, signature] = token.split(".");
    for (const forged of [
      `${campaign + 1}.${other}.${accountId}.${signature}`,
      `${campaign + 2}.${offerId}.${accountId}.${signature}`,
      `${campaign + 1}.${offerId}.${(await newOfferor()).accountId}.${signature}`,
      // Of a mail from before links named whom they ask.
      signedToken("renewal", `${campaign + 1}.${offerId}`),
      `${token}x`,
      "",
      "a.b.c",
    ]) {
      expect(await answerRenewal(forged, "yes")).toMatchObject({ ok: false, code: "linkExpired" });
      expect(await renewalQuestion(forged)).toBeNull();
    }
    shiftClock(800 * day);
    expect(await answerRenewal(token, "yes")).toMatchObject({ ok: false, code: "linkExpired" });
    expect(await db.$count(offer, eq(offer.copiedFromId, offerId))).toBe(0);
  });

  it("is answered by nobody whose offer it is no longer, nor whose account is disabled", async () => {
    const by = await newOfferor();
    const leaving = await newColleague(by);
    const offerId = await approved(leaving);
    const { campaign } = await rowOf(offerId);
    clockAt(`${campaign + 1}-05-02T07:00:00Z`);
    await remindAccounts();
    const { token } = await tokenOf(offerId, campaign + 1);
    expect(await removeColleague(by, leaving.accountId)).toMatchObject({ ok: true });
    expect(await renewalQuestion(token)).toBeNull();
    expect(await answerRenewal(token, "yes")).toMatchObject({ ok: false, code: "linkExpired" });
    expect(await answersTo(offerId)).toEqual([]);
    // The heir is asked in turn, and answers for themself.
    await remindAccounts();
    expect(await db.$count(renewal, eq(renewal.offerId, offerId))).toBe(1);
    const asked = (await tokenOf(offerId, campaign + 1)).token;
    const disabled = (state: "active" | "disabled") =>
      db.update(account).set({ state }).where(eq(account.id, by.accountId));
    await disabled("disabled");
    expect(await renewalQuestion(asked)).toBeNull();
    expect(await answerRenewal(asked, "no")).toMatchObject({ ok: false, code: "linkExpired" });
    expect(await answersTo(offerId)).toEqual([]);
    await disabled("active");
    expect(await answerRenewal(asked, "no")).toMatchObject({ ok: true });
    expect(await answersTo(offerId)).toEqual([by.accountId]);
  });

  it("is not for strangers, nor for what was never validated", async () => {
    const [viewer, stranger] = [await newOfferor(), await newOfferor()];
    expect(await renewOffer(stranger, await approved(viewer))).toMatchObject({
      ok: false,
      code: "notFound",
    });
    expect(await renewOffer(viewer, await newDraft(viewer))).toMatchObject({
      ok: false,
      code: "nothingToRenew",
    });
  });
});

describe("history and planned changes", () => {
  it("tells who did what when, with before and after in words, to the structure only", async () => {
    const [viewer, stranger] = [await newOfferor(), await newOfferor()];
    const offerId = await decided(viewer, "requestChanges");
    const values = (await rowOf(offerId)).draft?.values ?? (await informationValues());
    await saveDraft(viewer, {
      offerId,
      page: "informations",
      values: { ...values, places: "8", slots: ["3:monday-am"], months: ["3"] },
    });
    await submitOffer(viewer, {
      offerId,
      version: (await rowOf(offerId)).version,
      publishOnApproval: true,
    });
    const history = await offerHistory(viewer, offerId);
    expect(history.map(({ deed }) => deed)).toEqual([
      "submitted",
      "changesRequested",
      "submitted",
      "created",
    ]);
    expect(history[0]).toMatchObject({ who: { kind: "person", name: "Claire Martin" } });
    expect(history[0]?.changes).toMatchObject([
      { part: "places", before: ["5"], after: ["8"] },
      {
        part: "availability",
        before: ["Mars et avril : lundi matin"],
        after: ["Mars : lundi matin"],
      },
    ]);
    expect(history[1]).toMatchObject({
      who: { kind: "agency" },
      reason: "Précisez le rôle des étudiants.",
    });
    for (const other of [stranger, { kind: "anonymous" } as const])
      expect(await offerHistory(other, offerId)).toEqual([]);
  });

  it("names before saving what waits for a validation and what applies at once", async () => {
    const viewer = await newOfferor();
    const offerId = await approved(viewer);
    const values = await informationValues();
    await saveDraft(viewer, {
      offerId,
      page: "informations",
      values: { ...values, title: "Autre titre", places: "9", support: ["lodging", "catering"] },
    });
    const checked = await checkedOffer(viewer, offerId);
    expect(checked?.changes).toEqual([
      {
        part: "title",
        needsValidation: true,
        before: ["Prévention de l’obésité"],
        after: ["Autre titre"],
      },
      { part: "places", needsValidation: false, before: ["5"], after: ["9"] },
      {
        part: "support",
        needsValidation: false,
        before: ["Restauration"],
        after: ["Hébergement", "Restauration"],
      },
    ]);
  });
});
