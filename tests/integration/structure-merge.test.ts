import { desc, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { mail } from "@/db/schema/mail";
import { localReferent, structure, structureSite } from "@/db/schema/structure";
import { followMerges, mergeStructures } from "@/lib/agency/help-desk/commands/merge-structures";
import { mergeCandidates } from "@/lib/agency/help-desk/queries/merge";
import { overseenStructure } from "@/lib/agency/help-desk/queries/structure";
import { structurePage } from "@/lib/agency/help-desk/queries/structures";
import { structureFilterSchema } from "@/lib/agency/help-desk/schema";
import { suspend } from "@/lib/agency/suspension/commands/suspend";
import { compose } from "@/lib/mails/compose";
import { offer } from "@/lib/offer/content/tables";
import { publicOffer } from "@/lib/offer/projection/tables";
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
  rowOf,
  submitted,
} from "../support/people";

async function named(
  viewer: Offeror,
  name: string,
  more: Partial<typeof structure.$inferInsert> = {},
): Promise<void> {
  await db
    .update(structure)
    .set({ name, ...more })
    .where(eq(structure.id, viewer.structureId));
}

const merge = async (from: Offeror, into: Offeror) =>
  mergeStructures(await newModerator(), {
    structureId: from.structureId,
    targetId: into.structureId,
  });

async function keptPlaces(viewer: Offeror): Promise<void> {
  const own = { structureId: viewer.structureId, createdAt: new Date() };
  const [row] = await db.select().from(structure).where(eq(structure.id, viewer.structureId));
  await db.insert(structureSite).values({
    id: newId(),
    ...own,
    name: "Antenne",
    street: "1 rue",
    postcode: "88000",
    communeCode: "88160",
    communeName: "Épinal",
    typeId: row?.typeId ?? "",
  });
  await db.insert(localReferent).values({
    id: newId(),
    ...own,
    name: "Jean Weber",
    function: "CPE",
    phone: "+33329000000",
    email: "jean@college.example",
  });
}

describe("two inscriptions of one structure", () => {
  it(
    "become one: accounts, offers in every state, sites and referents follow, the " +
      "catalogue at once, and all who are concerned are told",
    async () => {
      const [from, into] = [await newOfferor(), await newOfferor()];
      const colleague = await newColleague(from);
      await named(from, "Collège Ferry");
      await named(into, "Collège Jules-Ferry");
      const [published, pending, draft] = [
        await approved(from),
        await submitted(from),
        await newDraft(from),
      ];
      const kept = await approved(into);
      await keptPlaces(from);
      const before = await rowOf(published);
      const moderator = await newModerator();
      const { structureId } = from;
      expect(await mergeStructures(moderator, { structureId, targetId: into.structureId })).toEqual(
        {
          ok: true,
          data: { targetId: into.structureId },
        },
      );

      for (const id of [published, pending, draft, kept])
        expect((await rowOf(id)).structureId).toBe(into.structureId);
      expect(await rowOf(published)).toEqual({ ...before, structureId: into.structureId });
      const shown = await db
        .select()
        .from(publicOffer)
        .where(inArray(publicOffer.offerId, [published, kept]));
      expect(shown.map(({ structureName }) => structureName)).toEqual([
        "Collège Jules-Ferry",
        "Collège Jules-Ferry",
      ]);
      // Who was signed in stays so, in the other structure.
      expect(await viewerOf(from.sessionId)).toMatchObject({
        kind: "offeror",
        structureId: into.structureId,
        role: "administrator",
      });
      const seen = await overseenStructure(moderator, into.structureId);
      expect(seen?.accounts.map(({ id }) => id).sort()).toEqual(
        [from.accountId, colleague.accountId, into.accountId].sort(),
      );
      expect(seen).toMatchObject({ drafts: 1, sites: [{ name: "Antenne" }] });
      expect(await db.$count(localReferent, eq(localReferent.structureId, into.structureId))).toBe(
        1,
      );
      expect(await overseenStructure(moderator, structureId)).toMatchObject({
        state: "closed",
        mergedInto: { id: into.structureId },
        accounts: [],
        offers: [],
        drafts: 0,
      });
      const named_ = await structurePage(
        moderator,
        structureFilterSchema.parse({ q: "Collège Ferry" }),
      );
      expect(named_.structures.map(({ id }) => id)).not.toContain(structureId);

      const mails = await db
        .select()
        .from(mail)
        .where(sql`${mail.params}->>'structureId' = ${structureId}`);
      const addresses = await db
        .select({ email: account.email })
        .from(account)
        .where(eq(account.structureId, into.structureId));
      expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
        addresses.map(({ email }) => email).sort(),
      );
      const composed = await compose("structuresMerged", {
        structureId,
        targetId: into.structureId,
      });
      expect(composed?.subject).toBe(
        "Vos deux inscriptions n’en font plus qu’une : Collège Jules-Ferry",
      );
      expect(composed?.text).toContain("« Collège Ferry »");
      for (const id of [structureId, into.structureId]) {
        const [entry] = await db
          .select()
          .from(auditEntry)
          .where(eq(auditEntry.objectId, id))
          .orderBy(desc(auditEntry.id))
          .limit(1);
        expect(entry).toMatchObject({
          deed: "structure:merge",
          actorId: moderator.accountId,
          detail: { from: structureId, into: into.structureId },
        });
      }
    },
  );

  it(
    "are not merged when one of them is suspended, closed, merged or missing, nor by " +
      "anyone but the ARS; nothing moves then",
    async () => {
      const moderator = await newModerator();
      const [from, into, held, closed] = [
        await newOfferor(),
        await newOfferor(),
        await newOfferor(),
        await newOfferor(),
      ];
      const offerId = await newDraft(held);
      await suspend(moderator, { thing: "structure", id: held.structureId, message: "Fermeture." });
      await db
        .update(structure)
        .set({ state: "closed" })
        .where(eq(structure.id, closed.structureId));
      for (const other of [held, closed]) {
        expect(await merge(other, into)).toMatchObject({ ok: false, code: "notMergeable" });
        expect(await merge(into, other)).toMatchObject({ ok: false, code: "notMergeable" });
      }
      expect((await rowOf(offerId)).structureId).toBe(held.structureId);
      expect(await merge(from, from)).toMatchObject({ ok: false, code: "sameStructure" });
      expect(
        await mergeStructures(moderator, { structureId: newId(), targetId: into.structureId }),
      ).toMatchObject({ ok: false, code: "notFound" });
      for (const viewer of [from, into, { kind: "anonymous" } as const]) {
        expect(
          await mergeStructures(viewer, {
            structureId: from.structureId,
            targetId: into.structureId,
          }),
        ).toMatchObject({ ok: false, code: "notFound" });
        expect(await mergeCandidates(viewer, from.structureId, "")).toEqual([]);
      }
      expect(await merge(from, into)).toMatchObject({ ok: true });
      expect(await merge(from, into)).toMatchObject({ ok: false, code: "notMergeable" });
    },
  );

  it("merged by two moderators in opposite directions at once are merged once", async () => {
    const [one, two] = [await newOfferor(), await newOfferor()];
    const [a, b] = [await newDraft(one), await newDraft(two)];
    const outcomes = await Promise.all([merge(one, two), merge(two, one), merge(one, two)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rowOf(a)).structureId).toBe((await rowOf(b)).structureId);
  });

  it("a chain leads to where everything is now, and what was written meanwhile follows", async () => {
    const [first, second, third] = [await newOfferor(), await newOfferor(), await newOfferor()];
    await merge(first, second);
    await merge(second, third);
    const [row] = await db.select().from(structure).where(eq(structure.id, first.structureId));
    expect(row?.mergedIntoId).toBe(third.structureId);
    // Requests that began before the merge end after it.
    const late = await newDraft(third);
    await db.update(offer).set({ structureId: first.structureId }).where(eq(offer.id, late));
    await keptPlaces(second);
    await followMerges();
    expect((await rowOf(late)).structureId).toBe(third.structureId);
    expect(await db.$count(structureSite, eq(structureSite.structureId, third.structureId))).toBe(
      1,
    );
    expect(await db.$count(structureSite, eq(structureSite.structureId, second.structureId))).toBe(
      0,
    );
  });

  it(
    "are proposed by their likeness, and found by their name; a suspended one and the " +
      "structure itself are not",
    async () => {
      const moderator = await newModerator();
      const [own, twin, neighbour, far, held] = [
        await newOfferor(),
        await newOfferor(),
        await newOfferor(),
        await newOfferor(),
        await newOfferor(),
      ];
      await named(own, "Lycée Hélène-Boucher", { street: "7 chemin des Doubles" });
      await named(twin, "Lycee Helene Boucher de Thionville", { street: "9 avenue" });
      await named(neighbour, "Internat des Pins", { street: "7 Chemin des doubles" });
      await named(far, "Lycée Hélène-Boucher", { street: "8 rue", department: "67" });
      await named(held, "Lycée Hélène-Boucher bis", { street: "3 rue" });
      await suspend(moderator, { thing: "structure", id: held.structureId, message: "Fermeture." });
      const names = async (q: string) =>
        (await mergeCandidates(moderator, own.structureId, q)).map(({ name }) => name);
      expect(await names("")).toEqual(["Internat des Pins", "Lycee Helene Boucher de Thionville"]);
      expect(await names("hélène-boucher")).toEqual([
        "Lycee Helene Boucher de Thionville",
        "Lycée Hélène-Boucher",
      ]);
      expect(await mergeCandidates(moderator, newId(), "")).toEqual([]);
    },
  );
});
