import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as calendar } from "@/app/(public)/offres/[reference]/ics/route";
import { account } from "@/db/schema/account";
import { reminder } from "@/db/schema/reminder";
import { structuredData } from "@/lib/catalogue/feeds/structured-data";
import { apiOfferByReference } from "@/lib/catalogue/open-data/queries";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { slotCounts } from "@/lib/catalogue/search/queries/calendar";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { neighboursOf } from "@/lib/catalogue/search/queries/neighbours";
import { understood } from "@/lib/catalogue/search/queries/resolve";
import { searchPage } from "@/lib/catalogue/search/queries/search";
import { catalogueVersion } from "@/lib/catalogue/search/queries/version";
import { type Slot, slotNumber } from "@/lib/offer/availability/availability";
import { offer } from "@/lib/offer/content/tables";
import { calendarOf } from "@/lib/offer/download/calendar";
import { elapseMonths } from "@/lib/offer/projection/commands/elapse-months";
import { monthFacet } from "@/lib/offer/projection/facets";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { publicOffer } from "@/lib/offer/projection/tables";
import { remindAccounts } from "@/lib/offer/reminder/commands/remind-accounts";
import { spaceOverview } from "@/lib/offer/view/queries/space-overview";
import { db } from "@/lib/platform/database/client";
import { now, shiftClock } from "@/lib/platform/values/clock";
import { foundBy, type Query, searched } from "../support/catalogue";
import { clockAt } from "../support/clock";
import {
  type Moderator,
  newModerator,
  newOfferor,
  type Offeror,
  ownOffers,
  published,
} from "../support/people";

/** Offers by the months they are open in, one more each day from 1 September on. */
const months: Record<string, number[]> = {
  autumn: [9, 10],
  november: [11, 12],
  spring: [3, 4],
  whole: [9, 12, 3],
};
const references = new Map<string, string>();
let [viewer, moderator]: [Offeror, Moderator] = [undefined as never, undefined as never];

async function publish(
  name: string,
  changes: Record<string, string | string[]> = {},
): Promise<void> {
  const slots = (months[name] ?? []).map((month) => `${month}:monday-am`);
  const reference = await published(viewer, moderator, {
    title: `Atelier ${name}`,
    months: (months[name] ?? []).map(String),
    slots,
    ...changes,
  });
  references.set(name, reference);
}

/** Names of what a search finds, in its order, page after page. */
async function namesBy(query: Query = {}, size = 20): Promise<string[]> {
  const names = new Map([...references].map(([name, reference]) => [reference, name]));
  const { search } = await understood(catalogueFilterSchema.parse(query));
  const found: string[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const { extent } = await catalogue(search.filter);
    const page: Awaited<ReturnType<typeof searchPage>> = await searchPage(
      { ...search, filter: { ...search.filter, apres: cursor } },
      extent,
      size,
    );
    found.push(...page.offers.map(({ reference }) => names.get(reference) ?? reference));
    cursor = page.next;
  }
  return found;
}

const own = async (name: string) =>
  (await ownOffers(viewer, "titre")).find(({ reference }) => reference === references.get(name));

beforeAll(async () => {
  clockAt("2026-09-01T08:00:00+02:00");
  [viewer, moderator] = [await newOfferor(), await newModerator()];
  let day = 0;
  for (const name of Object.keys(months)) {
    clockAt(`2026-09-0${++day}T08:00:00+02:00`);
    await publish(name);
  }
});
afterAll(() => shiftClock(0));

describe("months that are over", () => {
  it(
    "leave the order by first month, the counts, the calendar and every answer as they " +
      "end, at midnight in Paris",
    async () => {
      expect(await namesBy({ tri: "debut" })).toEqual(["whole", "autumn", "november", "spring"]);
      clockAt("2026-10-01T00:00:30+02:00");
      await elapseMonths();
      expect(await namesBy({ tri: "debut" })).toEqual(["autumn", "november", "whole", "spring"]);
      clockAt("2026-10-31T23:59:59+01:00");
      await elapseMonths();
      expect((await publicOfferByReference(references.get("autumn") ?? ""))?.elapsed).toBe(false);
      clockAt("2026-11-01T00:00:01+01:00");
      // Before any job ran: what is said of one offer never waits for it.
      expect((await publicOfferByReference(references.get("autumn") ?? ""))?.elapsed).toBe(true);
      expect(
        (await searched()).page.offers.find(
          ({ reference }) => reference === references.get("autumn"),
        ),
      ).toMatchObject({ elapsed: true, availability: [] });
      await elapseMonths();
      clockAt("2026-11-28T08:00:00+01:00");
      await elapseMonths();
      expect(await namesBy({ tri: "debut" })).toEqual(["november", "whole", "spring", "autumn"]);
    },
  );

  it("come back once a clock that was years ahead is right, and only then", async () => {
    const slotsOf = async () =>
      (
        await db
          .select({ slots: publicOffer.slots, start: publicOffer.start })
          .from(publicOffer)
          .orderBy(publicOffer.reference)
      ).map(({ slots, start }) => [slots.length, start]);
    await elapseMonths();
    const before = await slotsOf();
    expect(before.some(([count]) => count !== 0)).toBe(true);
    const right = now();
    clockAt("2031-01-01T00:00:30Z");
    await elapseMonths();
    expect((await slotsOf()).every(([count]) => count === 0)).toBe(true);
    clockAt(right);
    await elapseMonths();
    expect(await slotsOf()).toEqual(before);
    // An instance whose clock is a little behind at the turn of a month writes nothing anew.
    clockAt("2026-12-01T00:00:10+01:00");
    await elapseMonths();
    const december = await catalogueVersion();
    clockAt("2026-11-30T23:59:50+01:00");
    await elapseMonths();
    expect(await catalogueVersion()).toBe(december);
    clockAt(right);
    await elapseMonths();
    expect(await slotsOf()).toEqual(before);
    const version = await catalogueVersion();
    await elapseMonths();
    expect(await catalogueVersion()).toBe(version);
  });

  it("put an offer last in every order, once, page by page", async () => {
    expect(await namesBy()).toEqual(["whole", "spring", "november", "autumn"]);
    for (const query of [
      {},
      { tri: "debut" },
      { q: "atelier" },
      { lieu: "Épinal (88)", rayon: "20" },
    ] as Query[])
      for (const size of [1, 2, 3]) {
        const names = await namesBy(query, size);
        expect([query, size, names.at(-1), new Set(names).size]).toEqual([
          query,
          size,
          "autumn",
          names.length,
        ]);
      }
  });

  it("are neither found nor counted", async () => {
    expect(await foundBy({ mois: "10" })).toEqual([]);
    expect(await namesBy({ mois: "9" })).toEqual([]);
    expect(await namesBy({ mois: ["12"], tri: "debut" })).toEqual(["november", "whole"]);
    const { search, extent, counts } = await searched();
    expect(counts).toMatchObject({ total: { value: 4 }, elapsed: { value: 1 } });
    expect(
      ([9, 10, 11, 12, 3] as const).map((month) => counts.of("quand", monthFacet(month)).value),
    ).toEqual([0, 0, 1, 2, 2]);
    const slots = await slotCounts(search, extent);
    expect(
      (["9:monday-am", "10:monday-am", "11:monday-am", "12:monday-am"] as Slot[]).map(
        (slot) => slots.get(slotNumber(slot))?.value ?? 0,
      ),
    ).toEqual([0, 0, 1, 2]);
  });

  it("are told: on the page, to machines, and not at all in a calendar", async () => {
    const [over, ahead] = [
      await publicOfferByReference(references.get("autumn") ?? ""),
      await publicOfferByReference(references.get("whole") ?? ""),
    ];
    expect(over).toMatchObject({
      elapsed: true,
      ahead: [],
      page: { availability: ["9:monday-am", "10:monday-am"] },
    });
    expect(ahead).toMatchObject({
      elapsed: false,
      ahead: ["12:monday-am", "3:monday-am"],
      page: { availability: ["12:monday-am", "3:monday-am"] },
    });
    expect(await apiOfferByReference(references.get("autumn") ?? "")).toMatchObject({
      elapsed: true,
      availability: [],
    });
    expect(await apiOfferByReference(references.get("whole") ?? "")).toMatchObject({
      elapsed: false,
      availability: ["12:monday-am", "3:monday-am"],
    });
    if (!over || !ahead) throw new Error("missing");
    expect(JSON.parse(structuredData(over, "https://p.example"))).toMatchObject({
      startDate: "2026-09-01",
      endDate: "2026-10-31",
    });
    expect(JSON.parse(structuredData(ahead, "https://p.example"))).toMatchObject({
      startDate: "2026-12-01",
      endDate: "2027-03-31",
    });
    expect(
      calendarOf({ ...over, availability: over.ahead, place: "", link: "" }, "2026-11-28"),
    ).toBeNull();
    expect((await neighboursOf(ahead)).near.map(({ reference }) => reference)).not.toContain(
      over.reference,
    );
  });

  it("leave a calendar's series their names, and are not said of a month that goes on", async () => {
    const saved = async (name: string, at: string) => {
      clockAt(at);
      const params = Promise.resolve({ reference: references.get(name) ?? "" });
      return (await calendar(new Request("https://p.example"), { params })).text();
    };
    const [november, december] = [
      await saved("november", "2026-11-28T08:00:00+01:00"),
      await saved("november", "2026-12-05T08:00:00+01:00"),
    ];
    const uid = /^UID:.*-2026-11@/m;
    expect([november, december]).toEqual([expect.stringMatching(uid), expect.stringMatching(uid)]);
    const last = await saved("november", "2026-12-29T08:00:00+01:00");
    expect(last).toContain("Les dernières dates de cette offre sont passées ce mois-ci");
    clockAt("2026-11-28T08:00:00+01:00");
  });

  it("are a thing to do for the offer's owner, who is reminded once", async () => {
    const { elapsed, visibilityWords } = (await own("autumn")) ?? {};
    expect({ elapsed, visibilityWords }).toEqual({
      elapsed: true,
      visibilityWords: "Visible dans le catalogue, en dernier : tous ses mois sont passés.",
    });
    expect(
      (await spaceOverview(viewer)).todos.map(({ kind, offer }) => [kind, offer.title]),
    ).toEqual([["elapsed", "Atelier autumn"]]);
    await remindAccounts();
    clockAt("2026-12-20T09:00:00+01:00");
    await remindAccounts();
    const said = await db
      .select({ kind: reminder.kind })
      .from(reminder)
      .innerJoin(offer, eq(offer.id, reminder.offerId))
      .where(eq(offer.reference, references.get("autumn") ?? ""));
    expect(said).toEqual([{ kind: "elapsed" }]);
    expect(
      (
        await db
          .select({ at: account.remindedAt })
          .from(account)
          .where(eq(account.id, viewer.accountId))
      )[0]?.at,
    ).not.toBeNull();
  });

  it("end while somebody goes through the pages: nothing is left out", async () => {
    clockAt("2026-11-28T08:00:00+01:00");
    const { search, extent } = await searched({ tri: "debut" });
    const first = await searchPage(search, extent, 1);
    expect(first.offers.map(({ reference }) => reference)).toEqual([references.get("november")]);
    clockAt("2027-01-01T00:00:30+01:00");
    await elapseMonths();
    const rest = await searchPage(
      { ...search, filter: { ...search.filter, apres: first.next ?? "" } },
      extent,
      10,
    );
    const found = rest.offers.map(({ reference }) => reference);
    for (const name of ["whole", "spring", "autumn"]) expect(found).toContain(references.get(name));
    expect(await namesBy({ tri: "debut" })).toEqual(["whole", "spring", "november", "autumn"]);
    expect(await db.$count(publicOffer)).toBe(4);
  });

  it("come back when the owner adds one", async () => {
    clockAt("2027-01-10T08:00:00+01:00");
    months.june = [6];
    await publish("june");
    expect(await namesBy({ tri: "debut" })).toEqual([
      "whole",
      "spring",
      "june",
      "november",
      "autumn",
    ]);
  });
});
