import { and, eq, isNull, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEntry } from "@/db/schema/audit";
import { revisionFacts } from "@/db/schema/offer";
import { structure, structureSite } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { journalPage } from "@/lib/agency/journal/queries/journal";
import { journalFilterSchema } from "@/lib/agency/journal/schema";
import { offerFilterSchema } from "@/lib/agency/moderation/offer-filter";
import { allOffers } from "@/lib/agency/moderation/queries/all-offers";
import { liftSuspension, suspend } from "@/lib/agency/suspension/commands/suspend";
import {
  addTerm,
  mergeTerm,
  moveTerm,
  renameTerm,
  retireTerm,
  takeTermBack,
} from "@/lib/agency/vocabulary/commands/terms";
import { draftVersion } from "@/lib/offer/content/draft-version";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { checkedOffer } from "@/lib/offer/draft/queries/checked-offer";
import { offerForm } from "@/lib/offer/draft/queries/offer-form";
import { hashContent } from "@/lib/offer/lifecycle/commands/write";
import { saveSite } from "@/lib/offer/places/commands";
import { savedPlaces } from "@/lib/offer/places/queries";
import { termFacet } from "@/lib/offer/projection/facets";
import { readPage } from "@/lib/offer/projection/stored-page";
import { publicOffer } from "@/lib/offer/projection/tables";
import { suspensionOf } from "@/lib/offer/suspended/queries";
import { offerDetail } from "@/lib/offer/view/queries/offer-detail";
import { editStructure } from "@/lib/people/structure/commands";
import { ownStructure } from "@/lib/people/structure/queries";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import {
  choicesOf,
  editedList,
  editedTerm,
  numberedTerms,
  termsOf,
} from "@/lib/reference/vocabulary/queries";
import type { VocabularyKind } from "@/lib/reference/vocabulary/rules";
import { foundBy, numberOf, searched } from "../support/catalogue";
import {
  approved,
  informationValues,
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  rowOf,
  termId,
} from "../support/people";

let moderator: Viewer;
let owner: Offeror;
let made = 0;

async function newTerm(kind: VocabularyKind, label = `Terme ${(made += 1)}`): Promise<string> {
  const added = await addTerm(moderator, { kind, label });
  if (!added.ok) throw new Error(added.code);
  return added.data.termId;
}

/** An offer of the owner's that the public sees, with these themes. */
async function shown(
  themeIds: string[],
  more: Record<string, string | string[]> = {},
): Promise<string> {
  const offerId = await approved(owner);
  await resubmit(offerId, { themeIds, title: "", ...more });
  const { currentRevisionId } = await rowOf(offerId);
  const { decideOffer } = await import("@/lib/offer/lifecycle/commands/decide-offer");
  const decided = await decideOffer(moderator, {
    offerId,
    revisionId: currentRevisionId ?? "",
    decision: "approve",
    reason: "",
  });
  if (!decided.ok) throw new Error(decided.code);
  return offerId;
}

async function resubmit(offerId: string, changes: Record<string, string | string[]>) {
  const { siteTypeId, ...information } = changes;
  await saveDraft(owner, {
    offerId,
    page: "informations",
    values: { ...(await informationValues()), ...information },
  });
  if (siteTypeId) {
    const form = await offerForm(owner, offerId);
    await saveDraft(owner, {
      offerId,
      page: "terrain",
      values: { ...form?.draft.values, siteTypeId },
    });
  }
  return submitOffer(owner, {
    offerId,
    version: (await rowOf(offerId)).version,
    publishOnApproval: true,
  });
}

async function row(offerId: string) {
  const [found] = await db.select().from(publicOffer).where(eq(publicOffer.offerId, offerId));
  return found && { ...found, page: readPage(found.page) };
}

const found = async (theme: string) => foundBy({ theme: await numberOf(theme) });
const themesOffered = async () =>
  (await numberedTerms()).filter(
    ({ kind, number, readAs }) => kind === "theme" && number === readAs,
  );
/**
 * The facets of an offer's row that stand for these terms and, of all its terms, no others of their
 * lists.
 */
const facetsOf = async (offerId: string) => (await row(offerId))?.facets ?? [];
const facet = async (termId: string) => termFacet(Number(await numberOf(termId)));

beforeAll(async () => {
  [moderator, owner] = [await newModerator(), await newOfferor()];
});

describe("editing a list", () => {
  it("is for moderators: everyone else changes nothing and sees nothing", async () => {
    const [a, b] = [await newTerm("theme"), await newTerm("theme")];
    const before = await editedList(moderator, "theme");
    for (const viewer of [{ kind: "anonymous" } as const, owner]) {
      expect(await addTerm(viewer, { kind: "theme", label: "Intrus" })).toMatchObject({
        code: "notFound",
      });
      expect(await renameTerm(viewer, { termId: a, label: "Intrus" })).toMatchObject({
        code: "notFound",
      });
      expect(await moveTerm(viewer, { termId: a, step: "up" })).toMatchObject({ code: "notFound" });
      expect(await mergeTerm(viewer, { termId: a, targetId: b })).toMatchObject({
        code: "notFound",
      });
      for (const command of [retireTerm, takeTermBack])
        expect(await command(viewer, a)).toMatchObject({ code: "notFound" });
      expect(await editedList(viewer, "theme")).toEqual([]);
      expect(await editedTerm(viewer, a)).toBeNull();
    }
    expect(await editedList(moderator, "theme")).toEqual(before);
    for (const id of [newId(), "malforme"]) expect(await editedTerm(moderator, id)).toBeNull();
    expect(await renameTerm(moderator, { termId: newId(), label: "X" })).toMatchObject({
      code: "notFound",
    });
  });

  it("takes no label twice, whatever its case and accents, in its own list only", async () => {
    const id = await newTerm("audience", "Élèves d’œuvres");
    for (const label of ["élèves d’œuvres", "Eleves d’oeuvres", "ELEVES D’OEUVRES"])
      expect(await addTerm(moderator, { kind: "audience", label })).toMatchObject({
        code: "labelTaken",
        field: "label",
      });
    const other = await newTerm("audience");
    expect(await renameTerm(moderator, { termId: other, label: "eleves d’œuvres" })).toMatchObject({
      code: "labelTaken",
      field: "label",
    });
    expect(await renameTerm(moderator, { termId: id, label: "ÉLÈVES d’œuvres" })).toMatchObject({
      ok: true,
    });
    expect(await addTerm(moderator, { kind: "theme", label: "Élèves d’œuvres" })).toMatchObject({
      ok: true,
    });
    await retireTerm(moderator, id);
    expect(await addTerm(moderator, { kind: "audience", label: "Élèves d’œuvres" })).toMatchObject({
      code: "labelRetired",
      field: "label",
    });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        addTerm(moderator, { kind: "audience", label: "Le même au même moment" }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("orders, retires and takes back; ten moves at once lose no place", async () => {
    const [a, b] = [await newTerm("siteType"), await newTerm("siteType")];
    const order = async () => (await termsOf("siteType")).map(({ id }) => id);
    expect((await order()).slice(-2)).toEqual([a, b]);
    await moveTerm(moderator, { termId: b, step: "up" });
    expect((await order()).slice(-2)).toEqual([b, a]);
    expect(await moveTerm(moderator, { termId: a, step: "down" })).toMatchObject({
      code: "cannotMove",
    });
    const before = await order();
    await Promise.all(
      before.slice(0, 10).map((termId) => moveTerm(moderator, { termId, step: "down" })),
    );
    expect([...(await order())].sort()).toEqual([...before].sort());
    const positions = await db
      .select({ position: vocabularyTerm.position })
      .from(vocabularyTerm)
      .where(and(eq(vocabularyTerm.kind, "siteType"), isNull(vocabularyTerm.mergedIntoId)));
    expect(new Set(positions.map(({ position }) => position)).size).toBe(positions.length);
    await retireTerm(moderator, a);
    expect(await order()).not.toContain(a);
    await takeTermBack(moderator, a);
    expect(await order()).toContain(a);
  });

  it("never retires the last term that a list offers", async () => {
    const offered = await termsOf("audience");
    for (const { id } of offered.slice(1))
      expect(await retireTerm(moderator, id)).toMatchObject({ ok: true });
    expect(await retireTerm(moderator, offered[0]?.id ?? "")).toMatchObject({ code: "lastTerm" });
    for (const { id } of offered) await takeTermBack(moderator, id);
  });

  it("is told in the log, with the label it is about", async () => {
    const id = await newTerm("theme", "Terme du journal");
    await renameTerm(moderator, { termId: id, label: "Terme du journal, renommé" });
    const { entries } = await journalPage(
      moderator,
      journalFilterSchema.parse({ quoi: "vocabulary", objet: "Terme du journal" }),
    );
    expect(entries.map(({ deed, object }) => [deed, object.label])).toEqual([
      ["vocabulary:rename", "Terme du journal, renommé"],
      ["vocabulary:add", "Terme du journal, renommé"],
    ]);
    const [entry] = await db
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.objectId, id), eq(auditEntry.deed, "vocabulary:rename")));
    expect(entry?.detail).toEqual({
      before: "Terme du journal",
      after: "Terme du journal, renommé",
    });
  });
});

describe("a term that is used", () => {
  it("is counted where it is used, drafts included and deleted offers left out", async () => {
    const theme = await newTerm("theme");
    const usage = async () => (await editedTerm(moderator, theme))?.term.usage;
    expect(await usage()).toEqual({ offers: 0, structures: 0, sites: 0 });
    await shown([theme]);
    const draft = await newDraft(owner, { themeIds: theme });
    expect(await usage()).toEqual({ offers: 2, structures: 0, sites: 0 });
    await db.update(offer).set({ deletedAt: new Date() }).where(eq(offer.id, draft));
    expect(await usage()).toEqual({ offers: 1, structures: 0, sites: 0 });
    const collège = await termId("structureType", "Collège");
    expect((await editedTerm(moderator, collège))?.term.usage.structures).toBeGreaterThan(0);
  });

  it("says its new label at once wherever it is read, and a search finds it", async () => {
    const theme = await newTerm("theme", "Ancien libellé zébré");
    const offerId = await shown([theme]);
    expect((await row(offerId))?.title).toBe("Ancien libellé zébré");
    await renameTerm(moderator, { termId: theme, label: "Libellé girafe" });
    expect(await row(offerId)).toMatchObject({
      title: "Libellé girafe",
      page: { themes: ["Libellé girafe"] },
    });
    const search = async (q: string) => {
      const { loosening, counts } = await searched({ q });
      return loosening ? loosening.dropped : counts.total.value;
    };
    expect([await search("girafe"), await search("zébré")]).toEqual([1, ["zébré"]]);
    expect((await offerDetail(owner, offerId))?.revision?.preview.themes).toEqual([
      "Libellé girafe",
    ]);
  });

  it(
    "stays readable when retired, may be kept by the offer that has it, and is chosen by " +
      "nothing else",
    async () => {
      const theme = await newTerm("theme");
      const offerId = await shown([theme]);
      const typed = await newDraft(owner, { themeIds: [theme] });
      await retireTerm(moderator, theme);
      const label = (await editedTerm(moderator, theme))?.term.label;
      expect((await row(offerId))?.page.themes).toEqual([label]);
      expect(await themesOffered()).toContainEqual(
        expect.objectContaining({ number: Number(await numberOf(theme)), label, retired: true }),
      );
      expect(await found(theme)).toHaveLength(1);
      expect(await termsOf("theme")).not.toContainEqual({ id: theme, label });
      expect(await choicesOf("theme", [theme, "malforme"])).toContainEqual({
        value: theme,
        label: `${label} (n’est plus proposé)`,
      });
      expect(await resubmit(offerId, { themeIds: [theme], title: "", places: "9" })).toMatchObject({
        ok: true,
        data: { outcome: "minor" },
      });
      expect(
        await submitOffer(owner, {
          offerId: typed,
          version: (await rowOf(typed)).version,
          publishOnApproval: true,
        }),
      ).toMatchObject({ code: "termUnknown" });
      const form = {
        name: "S",
        street: "1 rue",
        postcode: "88000",
        commune: "88160",
        representativeName: "A",
        representativeFunction: "B",
      };
      const type = await newTerm("structureType");
      await retireTerm(moderator, type);
      expect(await editStructure(owner, { ...form, typeId: type })).toMatchObject({
        code: "typeUnknown",
      });
      await takeTermBack(moderator, type);
      expect(await editStructure(owner, { ...form, typeId: type })).toMatchObject({ ok: true });
      await retireTerm(moderator, type);
      expect(await editStructure(owner, { ...form, typeId: type })).toMatchObject({ ok: true });
    },
  );
});

describe("merging", () => {
  it("is refused for a type of structure that is suspended, and done once it is lifted", async () => {
    const [a, b] = [await newTerm("structureType"), await newTerm("structureType")];
    expect(
      await suspend(moderator, { thing: "structureType", id: a, message: "Convention à revoir." }),
    ).toMatchObject({ ok: true });
    expect(await mergeTerm(moderator, { termId: a, targetId: b })).toMatchObject({
      code: "termSuspended",
      field: "targetId",
    });
    // Nor into it: structures that nobody meant would leave the catalogue.
    expect(await mergeTerm(moderator, { termId: b, targetId: a })).toMatchObject({
      code: "targetSuspended",
      field: "targetId",
    });
    const held = await suspensionOf(db, "structureType", a);
    expect(
      await liftSuspension(moderator, {
        thing: "structureType",
        id: a,
        suspensionId: held?.id ?? "",
      }),
    ).toMatchObject({ ok: true });
    expect(await mergeTerm(moderator, { termId: a, targetId: b })).toMatchObject({ ok: true });
  });

  it(
    "is followed by what the lists and figures of the ARS count by, in submissions before " +
      "and after",
    async () => {
      const [a, b] = [await newTerm("theme"), await newTerm("theme")];
      const [both, before] = [await shown([a, b]), await shown([a])];
      const found = async (theme: string) =>
        (await allOffers(moderator, offerFilterSchema.parse({ theme }))).offers
          .map(({ id }) => id)
          .sort();
      expect(await found(a)).toEqual([both, before].sort());
      expect(await mergeTerm(moderator, { termId: a, targetId: b })).toMatchObject({ ok: true });
      expect(await found(a)).toEqual([]);
      expect(await found(b)).toEqual([both, before].sort());
      // The trigger writes them again from the content, which keeps the ids it was submitted with.
      const { currentRevisionId } = await rowOf(both);
      await db.execute(
        sql`update offer_revision set content = content where id = ${currentRevisionId}`,
      );
      const [facts] = await db
        .select({ themeIds: revisionFacts.themeIds })
        .from(revisionFacts)
        .where(eq(revisionFacts.revisionId, currentRevisionId ?? ""));
      expect(facts?.themeIds).toEqual([b]);
    },
  );

  it("refuses itself, a retired target, another list and what is merged already", async () => {
    const [a, b, other] = [
      await newTerm("theme"),
      await newTerm("theme"),
      await newTerm("audience"),
    ];
    expect(await mergeTerm(moderator, { termId: a, targetId: a })).toMatchObject({
      code: "sameTerm",
      field: "targetId",
    });
    expect(await mergeTerm(moderator, { termId: a, targetId: other })).toMatchObject({
      code: "notFound",
    });
    await retireTerm(moderator, b);
    expect(await mergeTerm(moderator, { termId: a, targetId: b })).toMatchObject({
      code: "targetRetired",
      field: "targetId",
    });
    expect(await mergeTerm(moderator, { termId: b, targetId: a })).toMatchObject({ ok: true });
    expect(await mergeTerm(moderator, { termId: b, targetId: a })).toMatchObject({
      code: "notFound",
    });
    expect(await mergeTerm(moderator, { termId: a, targetId: b })).toMatchObject({
      code: "notFound",
    });
    expect(await editedTerm(moderator, b)).toBeNull();
  });

  it(
    "makes every later reading say the term that stays: catalogue, filters, forms, " +
      "structures, sites",
    async () => {
      const [a, b, c] = [
        await newTerm("theme"),
        await newTerm("theme", "Celui qui reste"),
        await newTerm("theme"),
      ];
      const [typeA, typeB] = [await newTerm("structureType"), await newTerm("structureType")];
      const [siteA, siteB] = [
        await newTerm("siteType"),
        await newTerm("siteType", "Lieu qui reste"),
      ];
      await db.update(structure).set({ typeId: typeA }).where(eq(structure.id, owner.structureId));
      const siteId = newId();
      await saveSite(owner, {
        id: siteId,
        siteName: "Gymnase",
        siteStreet: "1 rue",
        sitePostcode: "88000",
        siteCommune: "88160",
        siteTypeId: siteA,
      });
      const both = await shown([a, b, c], { siteTypeId: siteA });
      const alone = await shown([a]);
      const draft = await newDraft(owner, { themeIds: [a, b] });
      const revisions = await db.select().from(offerRevision);

      for (const [termId, targetId] of [
        [a, b],
        [typeA, typeB],
        [siteA, siteB],
      ] as const)
        expect(await mergeTerm(moderator, { termId, targetId })).toMatchObject({ ok: true });

      const labelC = (await editedTerm(moderator, c))?.term.label ?? "";
      expect(await row(both)).toMatchObject({
        title: `Celui qui reste, ${labelC}`,
        page: { themes: ["Celui qui reste", labelC], site: { type: "Lieu qui reste" } },
      });
      for (const term of [b, c, siteB]) expect(await facetsOf(both)).toContain(await facet(term));
      for (const term of [a, siteA, typeA])
        for (const offerId of [both, alone])
          expect(await facetsOf(offerId)).not.toContain(await facet(term));
      expect(await row(alone)).toMatchObject({ page: { themes: ["Celui qui reste"] } });
      expect(await facetsOf(alone)).toContain(await facet(b));
      // By the address that is kept somewhere too.
      const references = await Promise.all(
        [both, alone].map(async (id) => (await rowOf(id)).reference),
      );
      for (const theme of [a, b])
        expect((await found(theme)).sort()).toEqual([...references].sort());
      expect((await themesOffered()).map(({ number }) => String(number))).not.toContain(
        await numberOf(a),
      );

      const typeBLabel = (await editedTerm(moderator, typeB))?.term.label;
      expect((await ownStructure(owner))?.type).toBe(typeBLabel);
      expect((await row(alone))?.page.structure.type).toBe(typeBLabel);
      expect((await savedPlaces(owner)).sites.find(({ id }) => id === siteId)).toMatchObject({
        siteTypeId: siteB,
        type: "Lieu qui reste",
      });
      expect(await db.$count(structureSite, eq(structureSite.typeId, siteA))).toBe(0);
      expect((await editedTerm(moderator, b))?.term.usage.offers).toBe(3);
      expect((await offerDetail(owner, both))?.revision?.preview).toMatchObject({
        themes: ["Celui qui reste", labelC],
        site: { type: "Lieu qui reste" },
      });
      expect((await offerForm(owner, draft))?.draft.values.themeIds).toEqual([b]);
      // What was submitted is as it was, hash included.
      expect(await db.select().from(offerRevision)).toEqual(revisions);
      for (const { content, contentHash } of revisions)
        expect(hashContent(content)).toBe(contentHash);
    },
  );

  it("is no change of an offer and no conflict with what was being typed", async () => {
    const [a, b] = [await newTerm("theme"), await newTerm("theme")];
    const offerId = await shown([a]);
    const draft = await newDraft(owner, { themeIds: [a] });
    const opened = draftVersion("informations", (await rowOf(draft)).draft?.values ?? {});
    await mergeTerm(moderator, { termId: a, targetId: b });
    // The check page of an untouched offer names no change, and submitting it again changes
    // nothing.
    expect((await checkedOffer(owner, offerId))?.changes).toEqual([]);
    expect(
      await submitOffer(owner, {
        offerId,
        version: (await rowOf(offerId)).version,
        publishOnApproval: true,
      }),
    ).toMatchObject({ ok: true, data: { outcome: "unchanged" } });
    // A form that was opened before the merge, and one opened since.
    const values = { ...(await informationValues()), themeIds: [a], title: "Tapé avant" };
    const first = await saveDraft(owner, {
      offerId: draft,
      page: "informations",
      values,
      bases: [opened],
    });
    expect(first).toMatchObject({ ok: true });
    const since = draftVersion("informations", (await offerForm(owner, draft))?.draft.values ?? {});
    expect(
      await saveDraft(owner, {
        offerId: draft,
        page: "informations",
        values: { ...values, title: "Tapé après" },
        bases: [since],
      }),
    ).toMatchObject({ ok: true });
    expect(
      await submitOffer(owner, {
        offerId: draft,
        version: (await rowOf(draft)).version,
        publishOnApproval: true,
      }),
    ).toMatchObject({ ok: true });
    const [revision] = await db
      .select({ content: offerRevision.content })
      .from(offerRevision)
      .where(eq(offerRevision.offerId, draft));
    expect(revision?.content.themeIds).toEqual([b]);
  });

  it("follows terms that were merged before, and frees the label", async () => {
    const [a, b, c] = [
      await newTerm("theme", "Libellé libéré"),
      await newTerm("theme"),
      await newTerm("theme"),
    ];
    const offerId = await shown([a]);
    await mergeTerm(moderator, { termId: a, targetId: b });
    await mergeTerm(moderator, { termId: b, targetId: c });
    expect(await facetsOf(offerId)).toContain(await facet(c));
    for (const term of [a, b]) expect(await facetsOf(offerId)).not.toContain(await facet(term));
    expect(await addTerm(moderator, { kind: "theme", label: "Libellé libéré" })).toMatchObject({
      ok: true,
    });
  });

  it(
    "leaves no stale label and no lost choice when offers are submitted and types edited " +
      "at the same moment",
    async () => {
      const [a, b] = [await newTerm("theme"), await newTerm("theme", "Resté de la course")];
      const [typeA, typeB] = [await newTerm("structureType"), await newTerm("structureType")];
      const offers = [await shown([a]), await shown([a]), await shown([a])];
      const form = {
        name: "S",
        street: "1 rue",
        postcode: "88000",
        commune: "88160",
        representativeName: "A",
        representativeFunction: "B",
      };
      await Promise.all([
        ...offers.map((offerId) => resubmit(offerId, { themeIds: [a], title: "", places: "12" })),
        mergeTerm(moderator, { termId: a, targetId: b }),
        editStructure(owner, { ...form, typeId: typeA }),
        mergeTerm(moderator, { termId: typeA, targetId: typeB }),
        renameTerm(moderator, { termId: b, label: "Resté, renommé" }),
      ]);
      for (const offerId of offers)
        expect((await row(offerId))?.page.themes).toEqual(["Resté, renommé"]);
      expect(await db.$count(structure, eq(structure.typeId, typeA))).toBe(0);
      expect((await row(offers[0] ?? ""))?.page.structure.type).toBe(
        (await ownStructure(owner))?.type,
      );
    },
  );
});
