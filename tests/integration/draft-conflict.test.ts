import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { basesOf, draftVersion } from "@/lib/offer/content/draft-version";
import { offer } from "@/lib/offer/content/tables";
import { attachDocument } from "@/lib/offer/draft/commands/documents";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { draftConflict } from "@/lib/offer/draft/queries/draft-conflict";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import { newDraft, newModerator, newOfferor, type Offeror, rowOf } from "../support/people";

/** A second account of the same structure. */
async function newColleague(of: Offeror, name: string): Promise<Offeror> {
  const other = await newOfferor();
  await db
    .update(account)
    .set({ structureId: of.structureId, firstName: name, lastName: "Weber", role: "editor" })
    .where(eq(account.id, other.accountId));
  return { ...other, structureId: of.structureId, role: "editor" };
}

const typed = async (offerId: string) => (await rowOf(offerId)).draft?.values ?? {};
const baseOf = async (offerId: string) => draftVersion("informations", await typed(offerId));

describe("two who type on one page", () => {
  it(
    "the second is refused and told who, when and what; saving over the version shown is " +
      "possible, over another it is not",
    async () => {
      const claire = await newOfferor();
      const paul = await newColleague(claire, "Paul");
      const offerId = await newDraft(claire);
      const [before, base] = [await typed(offerId), await baseOf(offerId)];
      expect(
        await saveDraft(paul, {
          offerId,
          page: "informations",
          values: { ...before, title: "Titre de Paul" },
          bases: [base],
        }),
      ).toMatchObject({ ok: true });
      expect((await rowOf(offerId)).draftBy).toBe(paul.accountId);

      const mine = { ...before, title: "Titre de Claire", places: "9" };
      expect(
        await saveDraft(claire, { offerId, page: "informations", values: mine, bases: [base] }),
      ).toMatchObject({ ok: false, code: "draftConflict" });
      expect((await typed(offerId)).title).toBe("Titre de Paul");
      const conflict = await draftConflict(claire, offerId, "informations", mine);
      expect(conflict).toMatchObject({
        by: "Paul Weber",
        at: (await rowOf(offerId)).updatedAt.toISOString(),
        differences: [
          { label: "Titre de l’offre", mine: "Titre de Claire", theirs: "Titre de Paul" },
          { label: "Nombre de places", mine: "9", theirs: "5" },
        ],
      });
      expect((await draftConflict(paul, offerId, "informations", mine))?.by).toBe(
        "vous, dans un autre onglet",
      );

      await saveDraft(paul, {
        offerId,
        page: "informations",
        values: { ...before, title: "Encore un autre" },
        bases: [conflict?.base ?? ""],
      });
      expect(
        await saveDraft(claire, {
          offerId,
          page: "informations",
          values: mine,
          bases: [conflict?.base ?? ""],
        }),
      ).toMatchObject({ code: "draftConflict" });
      expect(
        await saveDraft(claire, {
          offerId,
          page: "informations",
          values: mine,
          bases: [await baseOf(offerId)],
        }),
      ).toMatchObject({ ok: true });
      expect((await typed(offerId)).title).toBe("Titre de Claire");
    },
  );

  it("the other page, a document, and the same words are no conflict", async () => {
    const claire = await newOfferor();
    const paul = await newColleague(claire, "Paul");
    const offerId = await newDraft(claire);
    const [before, base] = [await typed(offerId), await baseOf(offerId)];
    expect(
      (
        await saveDraft(paul, {
          offerId,
          page: "terrain",
          values: { ...before, siteName: "Ailleurs" },
        })
      ).ok,
    ).toBe(true);
    expect(
      (
        await attachDocument(paul, offerId, {
          name: "a.pdf",
          content: Buffer.from("%PDF-1.7\n%%EOF"),
        })
      ).ok,
    ).toBe(true);
    const values = { ...before, title: "Pareil" };
    for (const viewer of [claire, paul])
      expect(
        await saveDraft(viewer, { offerId, page: "informations", values, bases: [base] }),
      ).toMatchObject({ ok: true });
    expect(await typed(offerId)).toMatchObject({ title: "Pareil", siteName: "Ailleurs" });
  });

  it(
    "a form that does not say what it was made from begins an empty page and writes over " +
      "nobody's words",
    async () => {
      const claire = await newOfferor();
      const offerId = newId();
      const send = (page: "informations" | "terrain", values: Record<string, string>) =>
        saveDraft(claire, { offerId, page, values, bases: basesOf(page, values) });
      expect(await send("informations", { title: "Premier" })).toMatchObject({ ok: true });
      expect(await send("terrain", { siteName: "Collège" })).toMatchObject({ ok: true });
      for (const [page, values] of [
        ["informations", { title: "Sans base" }],
        ["terrain", { siteName: "" }],
        ["informations", { title: "Base vide", base: "" }],
      ] as const) {
        expect(await send(page, values)).toMatchObject({ ok: false, code: "draftConflict" });
      }
      expect(await typed(offerId)).toMatchObject({ title: "Premier", siteName: "Collège" });
    },
  );

  it("who attaches a document is not taken for the author of the words", async () => {
    const claire = await newOfferor();
    const paul = await newColleague(claire, "Paul");
    const offerId = await newDraft(claire);
    expect(
      (
        await attachDocument(paul, offerId, {
          name: "a.pdf",
          content: Buffer.from("%PDF-1.7\n%%EOF"),
        })
      ).ok,
    ).toBe(true);
    expect((await rowOf(offerId)).draftBy).toBe(claire.accountId);
    expect((await draftConflict(paul, offerId, "informations", { title: "x" }))?.by).toBe(
      "Claire Martin",
    );
  });

  it("of a hundred parallel saves one is written and every other one is told", async () => {
    const claire = await newOfferor();
    const paul = await newColleague(claire, "Paul");
    const offerId = await newDraft(claire);
    const [before, base, version] = [
      await typed(offerId),
      await baseOf(offerId),
      (await rowOf(offerId)).version,
    ];
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        saveDraft(index % 2 ? paul : claire, {
          offerId,
          page: "informations",
          values: { ...before, title: `Titre ${index}` },
          bases: [base],
        }),
      ),
    );
    const written = outcomes.flatMap((outcome, index) => (outcome.ok ? [index] : []));
    expect(written).toHaveLength(1);
    expect(
      outcomes.filter((outcome) => !outcome.ok && outcome.code === "draftConflict"),
    ).toHaveLength(99);
    expect((await typed(offerId)).title).toBe(`Titre ${written[0]}`);
    expect((await rowOf(offerId)).version).toBe(version + 1);
  });

  it("of a hundred parallel first saves of a new offer one offer is made", async () => {
    const claire = await newOfferor();
    const offerId = newId();
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        saveDraft(claire, {
          offerId,
          page: "informations",
          values: { title: `T${index}` },
          bases: [draftVersion("informations", {})],
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await db.$count(offer, eq(offer.id, offerId))).toBe(1);
  });

  it("nothing typed makes nothing; strangers and moderators neither save nor compare", async () => {
    const claire = await newOfferor();
    const nothing = newId();
    expect(
      await saveDraft(claire, {
        offerId: nothing,
        page: "informations",
        values: { places: "0", title: "" },
        bases: [],
      }),
    ).toMatchObject({ code: "nothingTyped" });
    expect(await db.$count(offer, eq(offer.id, nothing))).toBe(0);
    const offerId = await newDraft(claire);
    for (const viewer of [
      await newOfferor(),
      await newModerator(),
      { kind: "anonymous" } as const,
    ]) {
      expect(
        await saveDraft(viewer, {
          offerId,
          page: "informations",
          values: { title: "x" },
          bases: [await baseOf(offerId)],
        }),
      ).toMatchObject({ code: "notFound" });
      expect(await draftConflict(viewer, offerId, "informations", {})).toBeNull();
    }
  });
});
