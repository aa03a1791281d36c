import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { journalPage, journalPages } from "@/lib/agency/journal/queries/journal";
import { type JournalFilter, journalFilterSchema } from "@/lib/agency/journal/schema";
import { deleteTemplate, saveTemplate } from "@/lib/agency/moderation/commands/reason-templates";
import { suspend } from "@/lib/agency/suspension/commands/suspend";
import { saveSynonyms } from "@/lib/agency/vocabulary/commands/synonyms";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { deleteOffersForGood } from "@/lib/offer/lifecycle/commands/delete-for-good";
import { db } from "@/lib/platform/database/client";
import { saveCampaign } from "@/lib/reference/campaign/commands";
import { saveText } from "@/lib/reference/text/commands";
import { newDraft, newModerator, newOfferor, rowOf, submitted, termId } from "../support/people";

const filter = (given: Partial<JournalFilter> = {}): JournalFilter =>
  journalFilterSchema.parse(given);

describe("the log", () => {
  it("is for the ARS alone", async () => {
    const [offeror, moderator] = [await newOfferor(), await newModerator()];
    await submitted(offeror);
    expect((await journalPage(moderator, filter())).entries.length).toBeGreaterThan(0);
    for (const viewer of [offeror, { kind: "anonymous" } as const]) {
      expect(await journalPage(viewer, filter())).toEqual({ entries: [], next: null });
      expect((await journalPages(viewer, filter()).next()).done).toBe(true);
    }
  });

  it("finds by person, deed, reference, structure and day", async () => {
    const [offeror, moderator] = [await newOfferor(), await newModerator()];
    const offerId = await submitted(offeror);
    const row = await rowOf(offerId);
    await decideOffer(moderator, {
      offerId,
      revisionId: row.currentRevisionId ?? "",
      decision: "approve",
      reason: "",
    });
    const deeds = async (given: Partial<JournalFilter>) =>
      (await journalPage(moderator, filter(given))).entries.map(({ deed }) => deed);
    expect(await deeds({ objet: row.reference })).toEqual(
      expect.arrayContaining(["offer:approve", "offer:submit"]),
    );
    expect(await deeds({ objet: row.reference })).toContain("offer:approve");
    expect(await deeds({ objet: row.reference, quoi: "account" })).toEqual([]);
    expect(await deeds({ objet: row.reference, au: "2020-01-01" })).toEqual([]);
    expect(await deeds({ objet: row.reference, du: "2020-01-01" })).toContain("offer:approve");
    expect(await deeds({ objet: row.reference, du: "2999-01-01" })).toEqual([]);
    // Before 1970, where Paris was already while the clocks of computers were not.
    for (const day of ["1900-01-01", "1970-01-01"]) {
      expect(await deeds({ objet: row.reference, du: day })).toContain("offer:approve");
      expect(await deeds({ objet: row.reference, au: day })).toEqual([]);
    }
    expect(await deeds({ objet: offerId })).toContain("offer:approve");
    expect(await deeds({ objet: "%" })).toEqual([]);
    expect(journalFilterSchema.parse({ du: "hier", quoi: "DROP", qui: ["a", "b"] })).toEqual(
      filter(),
    );
  });

  it("finds all that a word stands for, however many they are", async () => {
    const [offeror, moderator] = [await newOfferor(), await newModerator()];
    // Ids from before everything else: the other tests read the first page.
    const id = sql`('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`;
    await db.execute(sql`
      insert into account (id, structure_id, role, email, last_name, first_name, function, phone, state, created_at)
      select ${id}, ${offeror.structureId}, 'editor', 'h' || n || '@homonymes.exemple', 'Homonyme', 'Anne', '', '', 'active', now()
      from generate_series(1, 250) n`);
    await db.execute(sql`
      insert into audit_entry (id, at, actor_id, deed, object_kind, object_id, detail)
      select ${id}, now(), ${id}, 'account:edit', 'account', ${id}, '{}' from generate_series(1, 250) n`);
    for (const given of [{ qui: "homonyme anne" }, { objet: "Homonyme" }]) {
      const found: string[] = [];
      for await (const page of journalPages(moderator, filter(given)))
        found.push(...page.map(({ object }) => object.id));
      expect(new Set(found).size).toBe(250);
    }
  });

  it("says what was touched, by its name now or by what was kept of it", async () => {
    const moderator = await newModerator();
    const offeror = await newOfferor();
    const typeId = await termId("structureType", "Collège");
    const spoken = { name: "Trop court", words: "Dites-en plus.", decision: "refused" } as const;
    const template = await saveTemplate(moderator, { templateId: "", ...spoken });
    await saveCampaign(moderator, { year: 2051, opensOn: null, closesOn: null });
    await saveText(moderator, { code: "homeLead", words: "Bienvenue." });
    await saveSynonyms(moderator, { synonymsId: "", term: "vapotage", synonyms: ["puff"] });
    await suspend(moderator, { thing: "structureType", id: typeId, message: "Alerte." });
    const gone = await newDraft(offeror);
    const { reference } = await rowOf(gone);
    await db.transaction((tx) => deleteOffersForGood(tx, null, [{ id: gone, reference }]));
    const said = async () =>
      new Map(
        (await journalPage(moderator, filter())).entries.map(({ deed, object }) => [
          deed,
          object.label,
        ]),
      );
    expect(Object.fromEntries(await said())).toMatchObject({
      "campaign:save": "2051-2052",
      "text:save": "Accueil\u00a0: ce qu’est le portail",
      "template:save": "Trop court",
      "vocabulary:saveSynonyms": "vapotage",
      "structure:suspendType": "Collège",
      "offer:purge": reference,
    });
    await deleteTemplate(moderator, template.ok ? template.data.templateId : "");
    expect((await said()).get("template:delete")).toBe("Trop court");
    expect((await journalPage(moderator, filter({ objet: "college" }))).entries).toContainEqual(
      expect.objectContaining({ deed: "structure:suspendType" }),
    );
  });
});
