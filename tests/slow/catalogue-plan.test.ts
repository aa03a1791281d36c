// Covers: lib/catalogue/search/ lib/catalogue/open-data/queries.ts lib/offer/projection/
// Covers: db/schema/catalogue.ts lib/start/seed/mass/
import { sql, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { offersAfter } from "@/lib/catalogue/open-data/queries";
import { dictionaryOf } from "@/lib/catalogue/search/dictionary";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { matching } from "@/lib/catalogue/search/queries/conditions";
import { countsStatement } from "@/lib/catalogue/search/queries/counts";
import { understood } from "@/lib/catalogue/search/queries/resolve";
import { isSorted, searchPage } from "@/lib/catalogue/search/queries/search";
import { searchSizeOf } from "@/lib/catalogue/search/queries/search-size";
import {
  sortedStatement,
  walkedStatement,
  walking,
} from "@/lib/catalogue/search/queries/statements";
import { searchTerms, tsQueryOf } from "@/lib/catalogue/search/text";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db, type Executor } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { exportPage, pagesByKey } from "@/lib/platform/formats/pages";
import { fillMass } from "@/lib/start/seed/mass/fill";
import { writeMassCatalogue } from "@/lib/start/seed/mass/read-model";
import { numberOf, type Query, searched } from "../support/catalogue";
import { termId } from "../support/people";

const offers = 24_000;

async function planIn(asked: Executor, explain: SQL): Promise<Node> {
  const [row] = await asked.execute<{ "QUERY PLAN": { Plan: Node }[] }>(explain);
  return row?.["QUERY PLAN"][0]?.Plan ?? { "Node Type": "none" };
}

async function planOf(statement: SQL, walked = false): Promise<Node> {
  return db.transaction(async (tx) => {
    if (walked) await tx.execute(walking);
    return planIn(tx, sql`explain (format json) ${statement}`);
  });
}

/** The plan whatever its values are: what PostgreSQL may keep for a statement asked often. */
async function keptPlanOf(statement: SQL): Promise<Node> {
  const { sql: text } = new PgDialect().sqlToQuery(statement);
  return planIn(db, sql.raw(`explain (generic_plan, format json) ${text}`));
}

interface Node {
  "Node Type": string;
  "Relation Name"?: string;
  Plans?: Node[];
}

/** Whether a plan reads the whole catalogue. */
function readsAll(node: Node): boolean {
  return (
    (node["Node Type"] === "Seq Scan" && node["Relation Name"] === "public_offer") ||
    (node.Plans ?? []).some(readsAll)
  );
}

async function resolved(query: Query) {
  const { search } = await understood(catalogueFilterSchema.parse(query));
  return { search, extent: await searchSizeOf(search) };
}

describe("a catalogue of 24,000 offers", () => {
  let theme = "";
  beforeAll(async () => {
    const connection = postgres(env.databaseUrl, { max: 2, onnotice: () => undefined });
    await fillMass(connection, offers, env.agency.departments, new Date());
    await writeMassCatalogue(connection, () => undefined);
    await connection.end();
    theme = await numberOf(await termId("theme", "Addictions"));
  }, 120_000);

  const searches = (): Record<string, Query> => ({
    everything: { q: "tabac", theme, departement: "54", mois: "3", demijournee: "thursday-pm" },
    theme: { theme },
    department: { departement: ["54", "88"] },
    words: { q: "atelier" },
    "rare words": { q: "saynètes gymnase web-radio" },
    slots: { creneau: ["3:monday-am", "3:tuesday-am"], accord: "tous" },
    start: { departement: "67", tri: "debut" },
    near: { lieu: "Nancy (54)", rayon: "5" },
  });

  it("is never read as a whole for a search", async () => {
    for (const [name, query] of Object.entries(searches())) {
      const { search, extent } = await resolved(query);
      const walked = !isSorted(search, extent);
      const page = walked ? walkedStatement(search, 21) : sortedStatement(search, 21);
      expect([name, readsAll(await planOf(page, walked))]).toEqual([name, false]);
      // What is walked is asked in a transaction, where nothing is prepared.
      if (!walked) expect([name, readsAll(await keptPlanOf(page))]).toEqual([name, false]);
      const sets = [...extent.looks.keys()];
      expect([name, readsAll(await keptPlanOf(countsStatement(search, extent, sets)))]).toEqual([
        name,
        false,
      ]);
      // Without its only narrowing a search is the catalogue: a part of it is looked at, found by
      // the part.
      expect([name, readsAll(await planOf(countsStatement(search, extent, sets)))]).toEqual([
        name,
        false,
      ]);
    }
  });

  it("is counted with its size as it is counted apart", async () => {
    let told = 0;
    for (const [name, query] of Object.entries(searches())) {
      const { search, extent } = await resolved(query);
      const counted = [...(extent.counted ?? [])];
      const sets = counted.map(([set]) => set);
      const apart =
        sets.length === 0 ? [] : await db.execute(countsStatement(search, extent, sets));
      const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
      expect([name, sorted(counted.flatMap(([, rows]) => rows))]).toEqual([name, sorted(apart)]);
      told += apart.length;
    }
    expect(told).toBeGreaterThan(50);
  });

  it("can tell a plan that reads everything", async () => {
    expect(readsAll(await planOf(sql`select count(*) from public_offer where title ~ 'x'`))).toBe(
      true,
    );
  });

  it("is told exactly where a search finds little, and within a fifth where it finds much", async () => {
    const little = await searched(searches().everything);
    const words = tsQueryOf(searchTerms("tabac", dictionaryOf([], [])));
    const [exact] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from public_offer where search @@ ${words}::tsquery and facets @> array[${2_000_000 + Number(theme)}::int, 1084] and slots @> array[49::int2]`,
    );
    expect(little.counts.total).toEqual({ value: exact?.n, exact: true });
    const [themed] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from public_offer where facets @> array[${2_000_000 + Number(theme)}::int]`,
    );
    const much = await searched({ theme });
    expect(much.counts.total.exact).toBe(false);
    expect(Math.abs(much.counts.total.value - (themed?.n ?? 0))).toBeLessThan((themed?.n ?? 0) / 5);
  });

  it("is walked page by page, every offer once, in each order", async () => {
    for (const query of [
      { departement: "88", theme },
      { q: "tabac", departement: "88" },
      { theme, tri: "debut" },
      { mois: "3", demijournee: "thursday-pm", tri: "debut" },
      { lieu: "Nancy (54)", rayon: "30" },
    ] as Query[]) {
      const { search, extent } = await resolved(query);
      const seen: string[] = [];
      for (let cursor: string | null = ""; cursor !== null && seen.length < 300;) {
        const page: Awaited<ReturnType<typeof searchPage>> = await searchPage(
          { ...search, filter: { ...search.filter, apres: cursor } },
          extent,
          50,
        );
        seen.push(...page.offers.map(({ reference }) => reference));
        cursor = page.next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThan(100);
    }
  });

  it("is written to a file whole, a thousand offers in memory at a time", async () => {
    for (const [name, query] of Object.entries({ ...searches(), all: {} })) {
      const { search } = await resolved(query);
      const [sizes, seen] = [[] as number[], new Set<string>()];
      const pages = pagesByKey((cursor) => offersAfter(cursor, exportPage, search));
      for await (const page of pages) {
        sizes.push(page.length);
        for (const { reference } of page) seen.add(reference);
      }
      const found = await db.$count(publicOffer, matching(search));
      expect([name, seen.size, Math.max(0, ...sizes) <= exportPage]).toEqual([name, found, true]);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(found);
    }
  }, 120_000);

  it("gives the same first page whether it is sorted or walked", async () => {
    for (const query of [
      { departement: "88" },
      { departement: "88", tri: "debut" },
      { mois: "3", demijournee: "thursday-pm", tri: "debut" },
      { tri: "debut" },
      { lieu: "Nancy (54)", rayon: "30" },
    ] as Query[]) {
      const { search } = await resolved(query);
      const [all, none] = [
        { size: offers, found: 0, isCounted: false, looks: new Map([["", "all"]] as const) },
        { size: offers, found: 1e9, isCounted: false, looks: new Map([["", 64]] as const) },
      ];
      const references = async (extent: Parameters<typeof searchPage>[1]) =>
        (await searchPage(search, extent)).offers.map(({ reference }) => reference);
      expect(await references(none)).toEqual(await references(all));
    }
    expect((await catalogue(catalogueFilterSchema.parse({}))).page.offers).toHaveLength(20);
  });
});
