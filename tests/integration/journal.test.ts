import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { journalPage, journalPages } from "@/lib/agency/journal/queries/journal";
import { type JournalFilter, journalFilterSchema } from "@/lib/agency/journal/schema";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { db } from "@/lib/platform/database/client";
import { newModerator, newOfferor, rowOf, submitted } from "../support/people";

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
});
