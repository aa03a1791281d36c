import { describe, expect, it } from "vitest";
import { journalPage, journalPages } from "@/lib/agency/journal/queries/journal";
import { type JournalFilter, journalFilterSchema } from "@/lib/agency/journal/schema";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
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
    expect(await deeds({ objet: "%" })).toEqual([]);
    expect(journalFilterSchema.parse({ du: "hier", quoi: "DROP", qui: ["a", "b"] })).toEqual(
      filter(),
    );
  });
});
