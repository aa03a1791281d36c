import { vocabularyTerm } from "@/db/schema/vocabulary";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { atRate } from "./at-rate";
import { type Figure, percentile, tenths } from "./figures";
import { broadSearches, drawnSearches, type Vocabulary } from "./searches";

const connections = 10;
const searches = { warming: 200, abreast: 2_000, steady: 600, alone: 300 };
const repeated = 60;
const steadyRate = 50;

export async function vocabularyOf(): Promise<Vocabulary> {
  const rows = await db.select().from(vocabularyTerm);
  return {
    themes: rows.filter(({ kind }) => kind === "theme").map(({ number }) => number),
    departments: env.agency.departments,
  };
}

/**
 * A search whole, as the page asks it: its words, its extent, the counts beside every choice and
 * twenty rows.
 */
const asked = (query: Record<string, string> = {}) => catalogue(catalogueFilterSchema.parse(query));

async function times(
  queries: readonly Record<string, string>[],
  abreast: number,
): Promise<number[]> {
  const waiting = [...queries];
  const taken: number[] = [];
  const work = async () => {
    for (let query = waiting.pop(); query; query = waiting.pop()) {
      const started = performance.now();
      await asked(query);
      taken.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: abreast }, work));
  return taken;
}

/** P1, on the database of DATABASE_URL. */
export async function searchSpeed(offers: number): Promise<Figure[]> {
  const vocabulary = await vocabularyOf();
  // Each is asked once: what it counts is kept until the catalogue changes.
  const drawn = drawnSearches(
    Object.values(searches).reduce((sum, count) => sum + count),
    vocabulary,
  );
  await times(drawn.splice(0, searches.warming), connections);
  const abreast = await times(drawn.splice(0, searches.abreast), connections);
  const steadily = drawn.splice(0, searches.steady);
  const steady = await atRate(steadyRate, searches.steady / steadyRate, (turn) =>
    asked(steadily[turn]),
  );
  const alone = await times(drawn, 1);
  const limit = offers > 100_000 ? 60 : 15;
  const base = { id: "P1", offers, unit: "ms" } as const;
  const figures: Figure[] = [
    {
      ...base,
      what: "mots, thème, département, mois, demi-journée : 10 recherches à la fois, p99",
      value: tenths(percentile(abreast, 0.99)),
      bound: null,
    },
    { ...base, what: "les mêmes, médiane", value: tenths(percentile(abreast, 0.5)), bound: null },
    {
      ...base,
      what: `les mêmes, ${steadyRate} par seconde sur 10 connexions, p99`,
      value: tenths(percentile(steady, 0.99)),
      bound: offers >= 100_000 ? { limit, atMost: true } : null,
    },
    {
      ...base,
      what: "les mêmes, une à la fois, p99",
      value: tenths(percentile(alone, 0.99)),
      bound: null,
    },
  ];
  for (const [name, query] of Object.entries(broadSearches(vocabulary))) {
    const taken = await times(
      Array.from({ length: repeated }, () => query),
      1,
    );
    figures.push({
      ...base,
      what: `${name}, une à la fois, médiane`,
      value: tenths(percentile(taken, 0.5)),
      bound: null,
    });
  }
  return figures;
}
