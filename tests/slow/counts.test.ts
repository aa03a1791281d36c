// Covers: lib/catalogue/search/ lib/offer/projection/ lib/platform/load/ db/schema/ drizzle/
import { sql } from "drizzle-orm";
import { PgDatabase } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/v1/offres/route";
import { throttle } from "@/db/schema/account";
import { slotCounts } from "@/lib/catalogue/search/queries/calendar";
import { matching } from "@/lib/catalogue/search/queries/conditions";
import { countsStatement, foundCounts, foundTotal } from "@/lib/catalogue/search/queries/counts";
import { keptRows } from "@/lib/catalogue/search/queries/kept-rows";
import { communesFound } from "@/lib/catalogue/search/queries/places";
import {
  type CataloguePage,
  comesWhole,
  isSorted,
  rowsOfPage,
  searchPage,
} from "@/lib/catalogue/search/queries/search";
import { catalogueVersion } from "@/lib/catalogue/search/queries/version";
import { slotNumber } from "@/lib/offer/availability/availability";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { elapseMonths } from "@/lib/offer/projection/commands/elapse-months";
import { monthFacet } from "@/lib/offer/projection/facets";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db, type Transaction } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { shiftClock } from "@/lib/platform/values/clock";
import { fillMass } from "@/lib/start/seed/mass/fill";
import { writeMassCatalogue } from "@/lib/start/seed/mass/read-model";
import { type Query, searched } from "../support/catalogue";
import { clockAt } from "../support/clock";
import {
  approved,
  type Moderator,
  newModerator,
  newOfferor,
  type Offeror,
  published,
} from "../support/people";

const offers = 300;
let [owner, moderator]: [Offeror, Moderator] = [undefined as never, undefined as never];

beforeAll(async () => {
  const connection = postgres(env.databaseUrl, { max: 2, onnotice: () => undefined });
  await fillMass(connection, offers, env.agency.departments, new Date());
  await writeMassCatalogue(connection, () => undefined);
  await connection.end();
  [owner, moderator] = [await newOfferor(), await newModerator()];
});
afterEach(() => {
  vi.restoreAllMocks();
  shiftClock(0);
});

const aRow = sql`offer_id = (select offer_id from public_offer order by offer_id limit 1)`;

/** Draws a mark and changes nothing: what was kept is asked anew. */
const withMark = () =>
  db
    .update(publicOffer)
    .set({ title: sql`title` })
    .where(aRow);

/** A write that no trigger sees. */
function withoutMark<T>(write: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    return write(tx);
  });
}

const api = async (query: Record<string, string> = {}) => {
  const address = `https://portail.example/api/v1/offres?${new URLSearchParams(query).toString()}`;
  const answer = await GET(new Request(address));
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { total: { value: number } }).total.value;
};

/** Every place that counts the same search says the same number. */
async function totalOf(query: Record<string, string> = {}): Promise<number> {
  const { search, extent, counts } = await searched(query);
  const towns = await communesFound(search, extent);
  const totals = new Set([
    counts.total.value,
    extent.found,
    await api(query),
    await db.$count(publicOffer, matching(search)),
    ...(towns.length < 250 ? [towns.reduce((sum, { count }) => sum + count.value, 0)] : []),
  ]);
  expect([...totals]).toHaveLength(1);
  return counts.total.value;
}

describe("what is counted of the catalogue", () => {
  it("is counted once for all who ask at once and for those who ask later, until it changes", async () => {
    await db.execute(sql`create sequence times_counted`);
    const version = await catalogueVersion();
    const count = (of: string) =>
      keptRows<{ times: string }>(of, sql`select nextval('times_counted') as times`);
    const [first, second] = await Promise.all([count(version), count(version)]);
    expect([first, second, await count(version)]).toEqual(
      Array.from({ length: 3 }, () => [{ times: "1" }]),
    );
    expect(await count("another")).toEqual([{ times: "2" }]);
  });

  it("is not counted again while the catalogue is the same, whatever the page and its order", async () => {
    const before = (await searched()).counts;
    // A change that draws no mark: whoever counts would see it.
    const [row] = await withoutMark((tx) => tx.delete(publicOffer).where(aRow).returning());
    if (!row) throw new Error("missing");
    for (const query of [{}, { tri: "debut" }, { apres: "x" }] as Query[])
      expect((await searched(query)).counts.total).toEqual(before.total);
    expect(await api()).toBe(before.total.value);
    await withoutMark((tx) => tx.insert(publicOffer).values(row));
  });

  it("is another at the next request after each change, and gone with what was unpublished", async () => {
    for (const query of [{}, { departement: "88", lieu: "Épinal (88)" }]) {
      const before = await totalOf(query);
      const offerId = await approved(owner);
      expect(await totalOf(query)).toBe(before + 1);
      for (const [move, more] of [
        ["unpublish", 0],
        ["publish", 1],
        ["archive", 0],
      ] as const) {
        expect(await moveOffer(owner, offerId, move)).toMatchObject({ ok: true });
        expect([move, await totalOf(query)]).toEqual([move, before + more]);
      }
    }
  });

  it("does not show a change before it is done, nor one that was taken back", async () => {
    const before = await totalOf();
    const undone = db.transaction(async (tx) => {
      await tx.delete(publicOffer).where(aRow);
      expect(await totalOf()).toBe(before);
      throw new Error("taken back");
    });
    await expect(undone).rejects.toThrow("taken back");
    expect(await totalOf()).toBe(before);
  });

  it("is the same whether it is told with a page or counted apart", async () => {
    const nowhere = { departement: "88", lieu: "Strasbourg (67)", rayon: "5" };
    expect((await searched(nowhere)).extent.found).toBe(0);
    for (const query of [{ departement: "88" }, { q: "tabac", mois: "3" }, nowhere]) {
      const { search, extent } = await searched(query);
      expect([query, comesWhole(search, extent)]).toEqual([query, true]);
      const { told } = await rowsOfPage(search, extent, 2, { told: foundCounts(search) });
      const apart = await db.execute<{ facet: number; offers: number }>(
        countsStatement(search, extent, [""]),
      );
      expect(told ?? {}).toEqual(
        Object.fromEntries(apart.map(({ facet, offers }) => [facet, offers])),
      );
      const total = await rowsOfPage(search, extent, 2, { told: foundTotal });
      expect(total.told ?? 0).toBe(extent.found);
    }
  });

  it("is never behind while many ask and one writes", async () => {
    let isWriting = true;
    const asking = Array.from({ length: 4 }, async () => {
      while (isWriting) await searched();
    });
    for (let turn = 0; turn < 15; turn++) {
      const before = await db.$count(publicOffer);
      const [row] = await db.delete(publicOffer).where(aRow).returning();
      expect([await api(), (await searched()).counts.total.value]).toEqual([
        before - 1,
        before - 1,
      ]);
      if (row) await db.insert(publicOffer).values(row);
      expect([await api(), (await searched()).counts.total.value]).toEqual([before, before]);
    }
    isWriting = false;
    await Promise.all(asking);
  });

  it("goes with the clock: ages as of the hour, the same beside the choice and behind it", async () => {
    const start = new Date("2027-02-10T10:20:00+01:00").getTime();
    const hoursOn = (hours: number) => clockAt(start + hours * 3_600_000);
    hoursOn(0);
    await published(owner, moderator, { title: "Atelier du matin" });
    const week = async () => {
      const beside = (await searched()).counts.since(7).value;
      const behind = await searched({ depuis: "7" });
      expect(behind.counts.total.value).toBe(beside);
      expect(behind.page.offers).toHaveLength(beside);
      return beside;
    };
    expect(await week()).toBe(1);
    hoursOn(7 * 24 - 1);
    expect(await week()).toBe(1);
    hoursOn(7 * 24 + 1);
    expect(await week()).toBe(0);
    hoursOn(1);
    expect(await week()).toBe(1);
  });

  it("leaves out a month at its end in Paris, with the list and the calendar", async () => {
    clockAt("2026-12-31T22:59:59Z");
    await elapseMonths();
    const december = async () => {
      const { search, extent, counts } = await searched();
      const slots = await slotCounts(search, extent);
      return [counts.of("quand", monthFacet(12)).value > 0, slots.has(slotNumber("12:monday-am"))];
    };
    await published(owner, moderator, { months: ["12"], slots: ["12:monday-am"] });
    expect(await december()).toEqual([true, true]);
    clockAt("2026-12-31T23:00:01Z");
    await elapseMonths();
    expect(await december()).toEqual([false, false]);
  });
});

describe("open data", () => {
  it("counts nothing but what it returns", async () => {
    await withMark();
    const asked = vi.spyOn(PgDatabase.prototype, "execute");
    await api({ departement: "54" });
    const texts = asked.mock.results.map(
      ({ value }) => (value as ReturnType<typeof db.execute>).getQuery().sql,
    );
    expect(new Set(texts.filter((text) => text.includes("count(")))).toHaveProperty("size", 1);
    expect(texts.filter((text) => text.includes("unnest"))).toEqual([]);
  });

  it("writes one row of its caller and no other", async () => {
    const counts = async () =>
      new Map((await db.select().from(throttle)).map(({ key, count }) => [key, count]));
    const before = await counts();
    await api();
    const after = await counts();
    const written = [...after].filter(([key, count]) => before.get(key) !== count);
    expect(written.map(([key, count]) => count - (before.get(key) ?? 0))).toEqual([1]);
    expect([...before.keys()].filter((key) => !after.has(key))).toEqual([]);
  });
});

describe("a list that finds more than a page", () => {
  it("is the same in every order, sorted whole or walked", async () => {
    const [{ departement, lieu } = { departement: "", lieu: "" }] = await db
      .select({ departement: publicOffer.department, lieu: publicOffer.communeName })
      .from(publicOffer)
      .groupBy(publicOffer.department, publicOffer.communeName)
      .orderBy(sql`count(*) desc`);
    for (const query of [
      {},
      { tri: "debut" },
      { departement },
      { lieu: `${lieu} (${departement})`, rayon: "100" },
    ] as Query[]) {
      const { search, extent } = await searched(query);
      expect([query, extent.found > 20]).toEqual([query, true]);
      const pages = async (found: number) => {
        const seen: string[] = [];
        for (let apres: string | null = ""; apres !== null;) {
          const asked = { ...search, filter: { ...search.filter, apres } };
          const page: CataloguePage = await searchPage(
            asked,
            { ...extent, isCounted: false, found },
            50,
          );
          seen.push(...page.offers.map(({ reference }) => reference));
          apres = page.next;
        }
        return seen;
      };
      expect(isSorted(search, { ...extent, found: 0 })).toBe(true);
      const sorted = await pages(0);
      expect(sorted).toHaveLength(extent.found);
      expect(await pages(extent.size)).toEqual(sorted);
    }
  });
});
