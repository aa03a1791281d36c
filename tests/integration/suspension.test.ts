import { and, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { mail } from "@/db/schema/mail";
import { structure } from "@/db/schema/structure";
import { suspension } from "@/db/schema/suspension";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { liftSuspension, suspend } from "@/lib/agency/suspension/commands/suspend";
import {
  liftedSuspensions,
  suspensionInForce,
  suspensionPage,
} from "@/lib/agency/suspension/queries/suspensions";
import { compose } from "@/lib/mails/compose";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { visibilityOfOffer } from "@/lib/offer/lifecycle/queries/visibilities";
import { isPublic } from "@/lib/offer/lifecycle/rules";
import { stateOf } from "@/lib/offer/lifecycle/state";
import { publicOffer } from "@/lib/offer/projection/tables";
import { suspensionOf, suspensionOfViewer } from "@/lib/offer/suspended/queries";
import { type SuspendedThing, suspendedThings } from "@/lib/offer/suspended/rules";
import { offerDetail } from "@/lib/offer/view/queries/offer-detail";
import { offerHistory } from "@/lib/offer/view/queries/offer-history";
import { correctStructure } from "@/lib/people/structure/commands";
import { viewerOf } from "@/lib/platform/access/session";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import { newColleague } from "../support/colleagues";
import {
  approved,
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  ownOffers,
  rowOf,
  termId,
} from "../support/people";

const isListed = async (offerId: string) =>
  (await db.$count(publicOffer, eq(publicOffer.offerId, offerId))) === 1;
const anonymous = { kind: "anonymous" } as const;
const message = "Le terrain n’accueille plus d’étudiants.\nÉcrivez-nous.";

/** A type of its own, so that suspending it touches no other test's structures. */
async function ofOwnType(viewer: Offeror): Promise<string> {
  const typeId = newId();
  await db
    .insert(vocabularyTerm)
    .values({ id: typeId, kind: "structureType", label: `Type ${typeId}`, position: 99 });
  await db.update(structure).set({ typeId }).where(eq(structure.id, viewer.structureId));
  return typeId;
}

async function idsOf(viewer: Offeror, offerId: string): Promise<Record<SuspendedThing, string>> {
  return {
    offer: offerId,
    account: viewer.accountId,
    structure: viewer.structureId,
    structureType: await ofOwnType(viewer),
  };
}

const current = async (thing: SuspendedThing, id: string) =>
  (await suspensionOf(db, thing, id))?.id ?? newId();
const mailsOf = (suspensionId: string) =>
  db
    .select()
    .from(mail)
    .where(sql`${mail.params}->>'suspensionId' = ${suspensionId}`);

describe("a suspension", () => {
  it.each(suspendedThings)(
    "of the %s: moderators only, the public sees it at once, those it concerns are told, " +
      "and it can be lifted",
    async (thing) => {
      const [moderator, offeror, stranger] = [
        await newModerator(),
        await newOfferor(),
        await newOfferor(),
      ];
      const [offerId, others] = [await approved(offeror), await approved(stranger)];
      const id = (await idsOf(offeror, offerId))[thing];
      for (const viewer of [offeror, stranger, { kind: "anonymous" } as const]) {
        expect(await suspend(viewer, { thing, id, message })).toMatchObject({ code: "notFound" });
        expect(await liftSuspension(viewer, { thing, id, suspensionId: newId() })).toMatchObject({
          code: "notFound",
        });
        expect(await suspensionInForce(viewer, thing, id)).toBeNull();
        expect(await suspensionPage(viewer)).toEqual({ suspensions: [], next: null });
      }
      expect(await suspend(moderator, { thing, id: newId(), message })).toMatchObject({
        code: "notFound",
      });
      expect(await suspend(moderator, { thing, id, message: " " })).toMatchObject({
        code: "messageMissing",
        field: "message",
      });
      expect(await isListed(offerId)).toBe(true);

      expect(await suspend(moderator, { thing, id, message })).toMatchObject({ ok: true });
      expect([await isListed(offerId), await isListed(others)]).toEqual([false, true]);
      expect(await suspend(moderator, { thing, id, message })).toMatchObject({
        code: "alreadySuspended",
      });
      const suspensionId = await current(thing, id);
      const [told] = await mailsOf(suspensionId);
      const [row] = await db.select().from(account).where(eq(account.id, offeror.accountId));
      expect([(await mailsOf(suspensionId)).length, told?.kind, told?.recipient]).toEqual([
        1,
        "suspended",
        row?.email,
      ]);
      const words = await compose("suspended", { suspensionId });
      expect(words?.text).toContain("Le terrain n’accueille plus d’étudiants.");
      expect((await suspensionPage(moderator)).suspensions).toContainEqual(
        expect.objectContaining({ id: suspensionId, thing, subjectId: id, message }),
      );

      // Its own people sign in, read, and see why.
      const viewer = (await viewerOf(offeror.sessionId)) as Offeror;
      expect(viewer).toMatchObject({ kind: "offeror", readOnly: thing !== "offer" });
      expect(await ownOffers(viewer, "titre")).toMatchObject([
        {
          id: offerId,
          hold: { thing, message },
          ...(thing === "offer" ? {} : { commands: [], renewableFor: null }),
        },
      ]);
      expect(await offerDetail(viewer, offerId)).toMatchObject({
        isPublic: false,
        hold: { message },
      });
      expect(await suspensionOfViewer(viewer)).toEqual(
        thing === "offer" ? null : expect.objectContaining({ thing, message }),
      );
      expect(await suspensionOfViewer(stranger)).toBeNull();
      if (thing !== "offer") {
        expect(await moveOffer(viewer, offerId, "unpublish")).toMatchObject({ code: "notFound" });
        expect(await newDraft(viewer).catch((error: unknown) => (error as Error).message)).toBe(
          "notFound",
        );
      } else {
        expect(await moveOffer(viewer, offerId, "unpublish")).toMatchObject({ ok: true });
        expect(await moveOffer(viewer, offerId, "publish")).toMatchObject({ ok: true });
      }
      expect(await isListed(offerId)).toBe(false);

      expect(await liftSuspension(moderator, { thing, id, suspensionId: newId() })).toMatchObject({
        code: "conflict",
      });
      expect(await liftSuspension(moderator, { thing, id, suspensionId })).toMatchObject({
        ok: true,
      });
      expect(await liftSuspension(moderator, { thing, id, suspensionId })).toMatchObject({
        code: "notSuspended",
      });
      expect(await isListed(offerId)).toBe(true);
      expect((await mailsOf(suspensionId)).map(({ kind }) => kind).sort()).toEqual([
        "suspended",
        "suspensionLifted",
      ]);
      expect((await compose("suspensionLifted", { suspensionId }))?.subject).toMatch(/levée/);
      expect(await viewerOf(offeror.sessionId)).toMatchObject({ readOnly: false });
      const deeds = await db
        .select({ deed: auditEntry.deed })
        .from(auditEntry)
        .where(
          and(
            eq(auditEntry.objectKind, thing),
            eq(auditEntry.objectId, id),
            sql`${auditEntry.detail}->>'suspensionId' = ${suspensionId}`,
          ),
        );
      expect(deeds.map(({ deed }) => deed.replace(/^.*:(suspend|lift).*/, "$1")).sort()).toEqual([
        "lift",
        "suspend",
      ]);
    },
  );

  it(
    "of an account leaves its colleagues' offers and hands alone; a structure tells its " +
      "administrators only",
    async () => {
      const [moderator, offeror] = [await newModerator(), await newOfferor()];
      const editor = await newColleague(offeror, "editor");
      const [own, theirs] = [await approved(offeror), await approved(editor)];
      await suspend(moderator, { thing: "account", id: offeror.accountId, message });
      expect([await isListed(own), await isListed(theirs)]).toEqual([false, true]);
      expect(await viewerOf(editor.sessionId)).toMatchObject({ readOnly: false });
      await suspend(moderator, { thing: "structure", id: offeror.structureId, message });
      expect(await isListed(theirs)).toBe(false);
      expect(await viewerOf(editor.sessionId)).toMatchObject({ readOnly: true });
      expect(await mailsOf(await current("structure", offeror.structureId))).toHaveLength(1);
      // Of several the narrowest is told, and lifting one leaves the other.
      expect((await visibilityOfOffer(own))?.hold).toMatchObject({ thing: "account" });
      await liftSuspension(moderator, {
        thing: "structure",
        id: offeror.structureId,
        suspensionId: await current("structure", offeror.structureId),
      });
      expect([await isListed(own), await isListed(theirs)]).toEqual([false, true]);
    },
  );

  it("is of something there is: no draft, nothing deleted or closed, no moderator, no theme", async () => {
    const [moderator, offeror] = [await newModerator(), await newOfferor()];
    const [draft, gone] = [await newDraft(offeror), await approved(offeror)];
    await moveOffer(offeror, gone, "delete");
    const attempt = async (thing: SuspendedThing, id: string) =>
      suspend(moderator, { thing, id, message });
    expect(await attempt("offer", draft)).toMatchObject({ code: "notFound" });
    expect(await attempt("offer", gone)).toMatchObject({ code: "gone" });
    expect(await attempt("account", moderator.accountId)).toMatchObject({ code: "notFound" });
    expect(await attempt("structureType", await termId("theme", "Sommeil"))).toMatchObject({
      code: "notFound",
    });
    await db
      .update(structure)
      .set({ state: "closed" })
      .where(eq(structure.id, offeror.structureId));
    expect(await attempt("structure", offeror.structureId)).toMatchObject({ code: "gone" });
  });

  it("follows a structure that changes its type", async () => {
    const [moderator, offeror] = [await newModerator(), await newOfferor()];
    const offerId = await approved(offeror);
    const held = await ofOwnType(offeror);
    await suspend(moderator, { thing: "structureType", id: held, message });
    const as = (typeId: string) =>
      correctStructure(moderator, {
        structureId: offeror.structureId,
        name: "S",
        street: "1 rue",
        postcode: "88000",
        commune: "88160",
        typeId,
        representativeName: "A",
        representativeFunction: "B",
      });
    expect(await isListed(offerId)).toBe(false);
    expect((await as(await termId("structureType", "Lycée"))).ok).toBe(true);
    expect(await isListed(offerId)).toBe(true);
    expect((await as(held)).ok).toBe(true);
    expect(await isListed(offerId)).toBe(false);
  });

  it(
    "and the rules agree on who sees an offer, whatever was suspended and lifted in " +
      "whatever order",
    async () => {
      const [moderator, offeror] = [await newModerator(), await newOfferor()];
      const offerId = await approved(offeror);
      const ids = await idsOf(offeror, offerId);
      let seed = 7;
      const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
      for (let step = 0; step < 60; step++) {
        const thing = suspendedThings[random(4)] ?? "offer";
        if (random(5) === 0) await moveOffer(offeror, offerId, random(2) ? "publish" : "unpublish");
        else if (await suspensionOf(db, thing, ids[thing]))
          await liftSuspension(moderator, {
            thing,
            id: ids[thing],
            suspensionId: await current(thing, ids[thing]),
          });
        else await suspend(moderator, { thing, id: ids[thing], message });
        const hold = (await visibilityOfOffer(offerId))?.hold;
        expect(await isListed(offerId)).toBe(
          isPublic(stateOf(await rowOf(offerId)), {
            addressConfirmed: true,
            accountActive: true,
            structureActive: true,
            suspended: hold?.thing ?? null,
          }),
        );
      }
    },
  );

  it("of a hundred at once is made once, and lifted once", async () => {
    const [one, two, offeror] = [await newModerator(), await newModerator(), await newOfferor()];
    const id = offeror.structureId;
    const hundred = Array.from({ length: 100 }, (_, index) => (index % 2 ? one : two));
    const made = await Promise.all(
      hundred.map((moderator) => suspend(moderator, { thing: "structure", id, message })),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      made.filter((outcome) => !outcome.ok && outcome.code === "alreadySuspended"),
    ).toHaveLength(99);
    const suspensionId = await current("structure", id);
    const lifted = await Promise.all(
      hundred.map((moderator) =>
        liftSuspension(moderator, { thing: "structure", id, suspensionId }),
      ),
    );
    expect(lifted.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await mailsOf(suspensionId)).toHaveLength(2);
    expect(
      await db.$count(suspension, and(eq(suspension.structureId, id), isNull(suspension.liftedAt))),
    ).toBe(0);
  });

  it("leaves nothing in the catalogue that was being published at the same moment", async () => {
    const [moderator, offeror] = [await newModerator(), await newOfferor()];
    const offers = await Promise.all(Array.from({ length: 8 }, () => approved(offeror, false)));
    const id = offeror.structureId;
    for (let round = 0; round < 5; round++) {
      await Promise.all([
        ...offers.map((offerId) => moveOffer(offeror, offerId, "publish")),
        suspend(moderator, { thing: "structure", id, message }),
      ]);
      expect(await Promise.all(offers.map(isListed))).toEqual(offers.map(() => false));
      await Promise.all([
        ...offers.map((offerId) => moveOffer(offeror, offerId, "unpublish")),
        liftSuspension(moderator, {
          thing: "structure",
          id,
          suspensionId: await current("structure", id),
        }),
      ]);
      expect(await Promise.all(offers.map(isListed))).toEqual(offers.map(() => false));
    }
  });
});

describe("a suspension that was lifted", () => {
  it.each(suspendedThings)(
    "of the %s stays told: who, why, when; to the offer's structure the agency speaks as one",
    async (thing) => {
      const [maker, lifter, offeror] = [
        await newModerator(),
        await newModerator(),
        await newOfferor(),
      ];
      const offerId = await approved(offeror);
      const id = (await idsOf(offeror, offerId))[thing];
      expect(await liftedSuspensions(maker, { thing, id })).toEqual([]);
      await suspend(maker, { thing, id, message });
      expect(
        await liftSuspension(lifter, { thing, id, suspensionId: await current(thing, id) }),
      ).toMatchObject({ ok: true });
      const names = await db.select({ id: account.id, name: account.lastName }).from(account);
      const nameOf = (accountId: string) =>
        names.find((each) => each.id === accountId)?.name ?? "?";
      const [told] = await liftedSuspensions(maker, { thing, id });
      expect(told).toMatchObject({
        thing,
        subjectId: id,
        message,
        by: nameOf(maker.accountId),
        liftedBy: nameOf(lifter.accountId),
      });
      expect((await liftedSuspensions(maker)).map((each) => each.id)).toContain(told?.id);
      for (const viewer of [offeror, anonymous])
        expect(await liftedSuspensions(viewer, { thing, id })).toEqual([]);

      const toModerator = (await offerHistory(lifter, offerId)).filter(
        ({ deed }) => deed === "suspended" || deed === "suspensionLifted",
      );
      expect(
        toModerator.map(({ deed, who, reason }) => [
          deed,
          who?.kind === "person" ? who.name : "",
          reason,
        ]),
      ).toEqual([
        ["suspensionLifted", nameOf(lifter.accountId), ""],
        ["suspended", nameOf(maker.accountId), message],
      ]);
      expect(toModerator[0]?.detail === "").toBe(thing === "offer");
      const toStructure = (await offerHistory(offeror, offerId)).filter(
        ({ deed }) => deed === "suspended" || deed === "suspensionLifted",
      );
      expect(toStructure.map(({ deed, who }) => [deed, who?.kind])).toEqual([
        ["suspensionLifted", "agency"],
        ["suspended", "agency"],
      ]);
      expect(await offerHistory(await newOfferor(), offerId)).toEqual([]);
    },
  );
});
