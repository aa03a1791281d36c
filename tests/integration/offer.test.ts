import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { mail } from "@/db/schema/mail";
import { structure } from "@/db/schema/structure";
import { draftFromContent } from "@/lib/offer/content/codec";
import { offerRevision } from "@/lib/offer/content/tables";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { isPublic } from "@/lib/offer/lifecycle/rules";
import { stateOf } from "@/lib/offer/lifecycle/state";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { foundBy, numberOf, type Query, searched } from "../support/catalogue";
import {
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  rowOf,
  submitted,
  termId,
} from "../support/people";

async function approved(viewer: Offeror, publishOnApproval = true): Promise<string> {
  const [moderator, offerId] = [await newModerator(), await submitted(viewer, publishOnApproval)];
  const { currentRevisionId } = await rowOf(offerId);
  const decided = await decideOffer(moderator, {
    offerId,
    revisionId: currentRevisionId ?? "",
    decision: "approve",
    reason: "",
  });
  expect(decided.ok).toBe(true);
  return offerId;
}

async function edit(viewer: Offeror, offerId: string, changes: Record<string, string | string[]>) {
  const { currentRevisionId } = await rowOf(offerId);
  const [revision] = await db
    .select()
    .from(offerRevision)
    .where(eq(offerRevision.id, currentRevisionId ?? ""));
  if (!revision) throw new Error("no revision");
  const { values } = draftFromContent(revision.content);
  await saveDraft(viewer, { offerId, page: "informations", values: { ...values, ...changes } });
  await saveDraft(viewer, { offerId, page: "terrain", values: { ...values, ...changes } });
  return submitOffer(viewer, {
    offerId,
    version: (await rowOf(offerId)).version,
    publishOnApproval: true,
  });
}

const isListed = async (offerId: string) =>
  (await db.$count(publicOffer, eq(publicOffer.offerId, offerId))) === 1;

describe("an offer on real PostgreSQL", () => {
  it("refuses what is incomplete, whatever the browser said", async () => {
    const viewer = await newOfferor();
    const offerId = await newDraft(viewer, { places: "0" });
    const outcome = await submitOffer(viewer, {
      offerId,
      version: (await rowOf(offerId)).version,
      publishOnApproval: true,
    });
    expect(outcome).toMatchObject({ ok: false, code: "incomplete" });
    expect((await rowOf(offerId)).draft?.values.places).toBe("0");
  });

  it(
    "mails every moderator and the depositor when it is submitted, and nobody when it is " + "not",
    async () => {
      const viewer = await newOfferor();
      await newModerator();
      const before = await db.$count(mail, eq(mail.kind, "offerReceived"));
      const offerId = await submitted(viewer);
      expect(await db.$count(mail, eq(mail.kind, "offerReceived"))).toBe(before + 1);
      const again = await submitOffer(viewer, { offerId, version: 1, publishOnApproval: true });
      expect(again).toMatchObject({ ok: false, code: "conflict" });
      expect(await db.$count(mail, eq(mail.kind, "offerReceived"))).toBe(before + 1);
    },
  );

  it("of a hundred parallel submissions makes one revision", async () => {
    const viewer = await newOfferor();
    const offerId = await newDraft(viewer);
    const { version } = await rowOf(offerId);
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () =>
        submitOffer(viewer, { offerId, version, publishOnApproval: true }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === "conflict")).toHaveLength(
      99,
    );
    expect(await db.$count(offerRevision, eq(offerRevision.offerId, offerId))).toBe(1);
  });

  it("of a hundred parallel decisions takes one, and mails one", async () => {
    const offerId = await submitted(await newOfferor());
    const moderators = [await newModerator(), await newModerator()] as const;
    const revisionId = (await rowOf(offerId)).currentRevisionId ?? "";
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        decideOffer(moderators[index % 2 === 0 ? 0 : 1], {
          offerId,
          revisionId,
          decision: index % 3 === 0 ? "refuse" : "approve",
          reason: "motif",
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const about = sql`${mail.kind} in ('offerApproved', 'offerRefused') and ${mail.params}->>'offerId' = ${offerId}`;
    expect(await db.$count(mail, about)).toBe(1);
  });

  it("does not let a moderator decide on a revision that was replaced meanwhile", async () => {
    const viewer = await newOfferor();
    const offerId = await submitted(viewer);
    const stale = (await rowOf(offerId)).currentRevisionId ?? "";
    expect((await edit(viewer, offerId, { title: "Autre titre" })).ok).toBe(true);
    expect(
      await decideOffer(await newModerator(), {
        offerId,
        revisionId: stale,
        decision: "approve",
        reason: "",
      }),
    ).toMatchObject({ code: "conflict" });
  });

  it(
    "keeps the approved version public while a significant change waits, and applies a " +
      "minor one at once",
    async () => {
      const viewer = await newOfferor();
      const offerId = await approved(viewer);
      const { reference } = await rowOf(offerId);
      expect(await edit(viewer, offerId, { title: "Titre tout autre" })).toMatchObject({
        data: { outcome: "pending" },
      });
      expect((await publicOfferByReference(reference))?.title).toBe("Prévention de l’obésité");

      const other = await approved(viewer);
      expect(await edit(viewer, other, { places: "9" })).toMatchObject({
        data: { outcome: "minor" },
      });
      expect((await publicOfferByReference((await rowOf(other)).reference))?.places).toBe(9);
      expect(await edit(viewer, other, { places: "3" })).toMatchObject({
        data: { outcome: "pending" },
      });
      expect((await publicOfferByReference((await rowOf(other)).reference))?.places).toBe(9);
    },
  );

  it("never changes a submitted content nor the audit log", async () => {
    const offerId = await approved(await newOfferor());
    await expect(
      db.update(offerRevision).set({ number: 9 }).where(eq(offerRevision.offerId, offerId)),
    ).rejects.toThrow();
    await expect(
      db.update(auditEntry).set({ deed: "x" }).where(eq(auditEntry.objectId, offerId)),
    ).rejects.toThrow();
    await expect(db.delete(auditEntry).where(eq(auditEntry.objectId, offerId))).rejects.toThrow();
  });

  it("lists an offer exactly when the rules say it is public", async () => {
    const viewer = await newOfferor();
    const offerId = await approved(viewer);
    const check = async () => {
      const row = await rowOf(offerId);
      const [who] = await db.select().from(account).where(eq(account.id, row.accountId));
      const [where] = await db.select().from(structure).where(eq(structure.id, row.structureId));
      await db.transaction((tx) => refreshCatalogue(tx, { offerId }));
      const expected = isPublic(stateOf(row), {
        addressConfirmed: who?.emailConfirmedAt !== null,
        accountActive: who?.state === "active",
        structureActive: where?.state === "active",
        suspended: null,
      });
      expect(await isListed(offerId)).toBe(expected);
      return expected;
    };
    expect(await check()).toBe(true);
    await db
      .update(account)
      .set({ emailConfirmedAt: null })
      .where(eq(account.id, viewer.accountId));
    expect(await check()).toBe(false);
    await db
      .update(account)
      .set({ emailConfirmedAt: new Date(), state: "disabled" })
      .where(eq(account.id, viewer.accountId));
    expect(await check()).toBe(false);
    await db.update(account).set({ state: "active" }).where(eq(account.id, viewer.accountId));
    await db.update(structure).set({ state: "closed" }).where(eq(structure.id, viewer.structureId));
    expect(await check()).toBe(false);
    await db.update(structure).set({ state: "active" }).where(eq(structure.id, viewer.structureId));
    for (const [move, expected] of [
      ["unpublish", false],
      ["publish", true],
      ["archive", false],
      ["unarchive", false],
      ["publish", true],
      ["delete", false],
      ["restore", true],
    ] as const) {
      expect((await moveOffer(viewer, offerId, move)).ok).toBe(true);
      expect(await isListed(offerId)).toBe(expected);
      expect(await check()).toBe(expected);
    }
  });

  it(
    "finds an offer by word, accent or not, theme, department and month, and shows " +
      "nobody's coordinates",
    async () => {
      const offerId = await approved(await newOfferor());
      const { reference } = await rowOf(offerId);
      const found = async (query: Query) => (await foundBy(query)).includes(reference);
      const theme = await numberOf(await termId("theme", "Alimentation / Nutrition"));
      for (const query of [
        { q: "obesite" },
        { q: "OBÉSITÉ" },
        { theme },
        { departement: "88" },
        { mois: "4" },
        {},
      ])
        expect(await found(query)).toBe(true);
      for (const query of [{ departement: "57" }, { mois: "7" }])
        expect(await found(query)).toBe(false);
      // A word that no offer has is said, and left out.
      expect((await searched({ q: "tabac" })).loosening?.dropped).toEqual(["tabac"]);
      const [row] = await db.select().from(publicOffer).where(eq(publicOffer.offerId, offerId));
      expect(JSON.stringify(row)).not.toMatch(/canary|claire|Paul Klein/);
    },
  );
});
