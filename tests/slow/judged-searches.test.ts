// Covers: lib/catalogue/search/ lib/offer/projection/ lib/reference/ db/schema/ drizzle/
// Covers: tests/support/search/
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { structure } from "@/db/schema/structure";
import { db } from "@/lib/platform/database/client";
import { startOfDay } from "@/lib/platform/values/calendar-day";
import { now, shiftClock } from "@/lib/platform/values/clock";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { foundBy } from "../support/catalogue";
import { clockAt } from "../support/clock";
import { newModerator, newOfferor, published, termId } from "../support/people";
import { judgedOffers, places } from "../support/search/judged-offers";
import { judgedSearches } from "../support/search/judged-searches";

/** Share of the searches whose first page has to be right. */
const goal = 0.95;

const terms = (
  kind: "theme" | "audience" | "siteType" | "structureType",
  labels: readonly string[],
) =>
  Promise.all(
    labels.map(async (label) => {
      const id = await termId(kind, label);
      if (id === "") throw new Error(`no ${kind} «${label}»`);
      return id;
    }),
  );

describe("searches as people type them", () => {
  const keys = new Map<string, string>();
  const references = new Map<string, string>();
  afterAll(() => shiftClock(0));

  beforeAll(async () => {
    // Its first day: a search leaves out the months that are over.
    clockAt(startOfDay(`${campaignFor(now())}-09-01`));
    // One structure under every name: the public row keeps the one it was written with.
    const [owner, moderator] = [await newOfferor(), await newModerator()];
    for (const [key, written] of judgedOffers) {
      const [typeId = ""] = await terms("structureType", [written.by[1]]);
      await db
        .update(structure)
        .set({ name: written.by[0], typeId })
        .where(eq(structure.id, owner.structureId));
      const [postcode, commune] = places[written.at[1]];
      const slots = written.when.split(" ");
      const reference = await published(owner, moderator, {
        title: written.title,
        themeIds: await terms("theme", written.themes),
        audienceIds: await terms("audience", written.audiences),
        description: written.text,
        months: [...new Set(slots.map((slot) => slot.split(":")[0] ?? ""))],
        slots,
        support: (written.support ?? "").split(" ").filter(Boolean),
        places: String(written.places ?? 4),
        siteName: written.by[0],
        sitePostcode: postcode,
        siteCommune: commune,
        siteTypeId: (await terms("siteType", [written.at[0]]))[0] ?? "",
      });
      keys.set(reference, key);
      references.set(key, reference);
    }
  }, 300_000);

  it("have a right first page", async () => {
    const told: string[] = [];
    let [asked, right, ranks] = [0, 0, 0];
    for (const [kind, searches] of Object.entries(judgedSearches)) {
      let rightOfKind = 0;
      for (const [typed, expected] of searches) {
        const q = typed.replaceAll(/\{(\w+)\}/g, (_, key: string) => references.get(key) ?? key);
        const page = (await foundBy({ q })).map((reference) => keys.get(reference) ?? reference);
        const { isRight, rank } = judged(page, expected);
        if (isRight) rightOfKind += 1;
        else told.push(`  ✗ ${kind}: ${typed} → ${page.slice(0, 6).join(" ")} (${page.length})`);
        ranks += rank;
      }
      asked += searches.length;
      right += rightOfKind;
      told.unshift(`${kind}: ${rightOfKind}/${searches.length}`);
    }
    console.log(
      [
        ...told,
        `first page right: ${right}/${asked} = ${((100 * right) / asked).toFixed(1)} %`,
        `MRR: ${(ranks / asked).toFixed(3)}`,
      ].join("\n"),
    );
    expect(asked).toBeGreaterThanOrEqual(150);
    expect(right / asked).toBeGreaterThanOrEqual(goal);
  }, 120_000);
});

/**
 * All that has to be there is on the page, its first three offers are right, and, where nothing
 * else
 * may be shown, all of them.
 * @returns and one divided by the place of the first that is right
 */
function judged(page: readonly string[], expected: string): { isRight: boolean; rank: number } {
  const exact = expected.startsWith("=");
  const [must = [], may = []] = expected
    .replace("=", "")
    .split("|")
    .map((keys) => keys.trim().split(" ").filter(Boolean));
  for (const key of [...must, ...may])
    if (!judgedOffers.has(key)) throw new Error(`no offer «${key}»`);
  const good = new Set([...must, ...may]);
  const looked = exact ? page : page.slice(0, 3);
  const first = page.findIndex((key) => good.has(key));
  return {
    isRight:
      page.length > 0 &&
      must.every((key) => page.includes(key)) &&
      looked.every((key, place) => good.has(key) || (!exact && place >= good.size)),
    rank: first < 0 ? 0 : 1 / (first + 1),
  };
}
