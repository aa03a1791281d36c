import { eq, like } from "drizzle-orm";
import { createElement } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { SynonymsList } from "@/components/agency/vocabulary/synonyms-list";
import { auditEntry } from "@/db/schema/audit";
import { searchSynonym } from "@/db/schema/vocabulary";
import { deleteSynonyms, saveSynonyms } from "@/lib/agency/vocabulary/commands/synonyms";
import { editedSynonyms, foundBySynonyms } from "@/lib/agency/vocabulary/queries/synonyms";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { understood } from "@/lib/catalogue/search/queries/resolve";
import { catalogueVersion } from "@/lib/catalogue/search/queries/version";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import { asked } from "../support/asked";
import { searched } from "../support/catalogue";
import {
  approved,
  type Moderator,
  newModerator,
  newOfferor,
  type Offeror,
} from "../support/people";
import { wordsOfPage } from "../support/render-page";

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}));

describe("synonyms of the agency", () => {
  let [moderator, offeror]: [Moderator?, Offeror?] = [];
  const found = async (q: string) => (await searched({ q })).loosening === null;

  beforeAll(async () => {
    [moderator, offeror] = [await newModerator(), await newOfferor()];
    await approved(offeror);
  });

  it("are found by the next search, in several words and both ways, and forgotten", async () => {
    if (!moderator) throw new Error("no moderator");
    expect(await found("rondouillard")).toBe(false);
    const version = await catalogueVersion();
    const saved = await saveSynonyms(moderator, {
      synonymsId: "",
      term: "Obésité",
      synonyms: ["rondouillard", "kilos en trop"],
    });
    expect(saved.ok).toBe(true);
    // Pages that were made before are not shown again.
    expect(await catalogueVersion()).not.toBe(version);
    for (const q of ["rondouillard", "Rondouillards", "des kilos en trop"])
      expect([q, await found(q)]).toEqual([q, true]);
    const id = saved.ok ? saved.data.synonymsId : "";
    expect(await editedSynonyms(moderator)).toMatchObject([{ id, term: "Obésité" }]);

    const taken = { synonymsId: "", term: "obesite", synonyms: ["autre"] };
    expect(await saveSynonyms(moderator, taken)).toMatchObject({ ok: false, code: "wordTaken" });
    expect(
      await saveSynonyms(moderator, { synonymsId: id, term: "Obésité", synonyms: ["autre"] }),
    ).toMatchObject({ ok: true });
    expect([await found("rondouillard"), await found("autre")]).toEqual([false, true]);

    expect(await deleteSynonyms(moderator, id)).toMatchObject({ ok: true });
    expect(await deleteSynonyms(moderator, id)).toMatchObject({ ok: false, code: "notFound" });
    expect(await editedSynonyms(moderator)).toEqual([]);
    const deeds = await db.select().from(auditEntry).where(eq(auditEntry.objectId, id));
    expect(deeds.map(({ deed }) => deed).sort()).toEqual([
      "vocabulary:deleteSynonyms",
      "vocabulary:saveSynonyms",
      "vocabulary:saveSynonyms",
    ]);
  });

  it("can be tried before they are kept, by moderators", async () => {
    if (!moderator || !offeror) throw new Error("nobody");
    expect(await foundBySynonyms(moderator, ["obésités", "xyzzy", "?"])).toEqual({
      each: [
        { word: "obésités", offers: 1 },
        { word: "xyzzy", offers: 0 },
      ],
      together: 1,
    });
    // No offer says these words: a search knows what they mean.
    const tried = await foundBySynonyms(moderator, ["surpoids", "manger équilibré", "mardi"]);
    expect(tried).toEqual({
      each: [
        { word: "surpoids", offers: 1 },
        { word: "manger équilibré", offers: 1 },
        { word: "mardi", offers: 0 },
      ],
      together: 1,
    });
    expect(await foundBySynonyms(moderator, ["?"])).toBeNull();
    expect(await foundBySynonyms(offeror, ["obésité"])).toBeNull();
    expect(await editedSynonyms(offeror)).toEqual([]);
    expect(
      await saveSynonyms(offeror, { synonymsId: "", term: "a", synonyms: ["b"] }),
    ).toMatchObject({ ok: false });
  });

  it("are read once by all searches, and none is counted by their list", async () => {
    if (!moderator) throw new Error("no moderator");
    const viewer = moderator;
    const groups = Array.from({ length: 500 }, (_, group) => ({
      id: newId(),
      term: `terme inventé ${group}`,
      synonyms: Array.from({ length: 30 }, (_, word) => `mot inventé ${group} ${word}`),
    }));
    await db
      .insert(searchSynonym)
      .values([...groups, { id: newId(), term: "obésité", synonyms: ["rondeur"] }]);
    const search = () => understood(catalogueFilterSchema.parse({ q: "rondeur" }));
    await search();
    expect(await asked(search)).toEqual({ statements: 0, rows: 0 });

    // What follows is the same of ten.
    await db.delete(searchSynonym).where(like(searchSynonym.term, "terme inventé __%"));
    let page = "";
    const show = async (changed: string, tried = "") =>
      (page = await wordsOfPage(createElement(SynonymsList, { viewer, tried, changed })));
    const list = await asked(() => show(""));
    expect([list.statements, page.includes("terme inventé 9"), page.includes("Ensemble")]).toEqual([
      1,
      true,
      false,
    ]);
    expect((await asked(() => show(groups[0]?.id ?? ""))).statements).toBeLessThan(50);
    expect(page).toContain("Ensemble aucune offre");
    await show("", "rondeur");
    expect(page).toContain("Ensemble 1 offre : rondeur (1)");
    await db.delete(searchSynonym);
  });
});
