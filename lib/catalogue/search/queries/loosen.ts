import "server-only";
import { sql } from "drizzle-orm";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { gazetteer } from "@/lib/reference/commune/queries/gazetteer";
import type { CatalogueFilter } from "../filter";
import type { Loosening } from "../loosening-words";
import { readSearch, withoutRead } from "../reading";
import { regionPlaces } from "../reading-where";
import { type SearchTerm, termQuery } from "../text";
import { asTyped, typedWords, withoutWords } from "../typed";
import { matching, wordsSought } from "./conditions";
import { meaningOf, type Understood, understood } from "./resolve";

/**
 * What a search means to who is told nothing of it but what it finds: what was read as a filter is
 * words where the filter finds nothing. Public.
 */
export async function understoodToFind(asked: CatalogueFilter): Promise<Understood> {
  const meaning = await understood(asked);
  if (meaning.read.length === 0 || (await findsAny(meaning))) return meaning;
  return (await asWords(asked, meaning)) ?? meaning;
}

/** A search of which nothing is read as a filter; null where it finds nothing either. */
async function asWords(asked: CatalogueFilter, meaning: Understood): Promise<Understood | null> {
  if (meaning.read.length === 0) return null;
  const words = await meaningOf(asked, listsOf(meaning));
  return (await findsAny(words)) ? words : null;
}

/**
 * For a search that finds nothing because of its words: the nearest one that finds something; null
 * where there is none. What was chosen in the form stands. Public.
 * @param asked the search as it was typed
 * @returns with the words that lead to it again, beside the filters that were read in them
 */
export async function loosened(
  asked: CatalogueFilter,
  meaning: Understood,
): Promise<{ meaning: Understood; told: Loosening | null; typed: string } | null> {
  if (asked.q === "" || meaning.search.reference !== null) return null;
  const asTheyStand = await asWords(asked, meaning);
  if (asTheyStand) return { meaning: asTheyStand, told: null, typed: asked.q };
  const { read, words } = meaning;
  const { filter: understoodAs } = meaning.search;
  const { q } = understoodAs;
  const known = await matched(meaning);
  const [unknown, rest] = [
    words.filter((term) => term.wanted === "must" && !known.has(term)),
    words.filter((term) => term.wanted === "must" && known.has(term)),
  ];
  const typed = typedWords(q);
  const wordsOf = (term: SearchTerm) =>
    asTyped(q, typed, term.at[0] ?? 0, (term.at.at(-1) ?? 0) + 1);
  const fewer = withoutWords(q, typed, new Set(unknown.flatMap(({ at }) => at)));
  const either = rest.map(wordsOf).join(" ou ");
  const dropped = [...new Set(unknown.map(wordsOf))];

  const ways: { filter: CatalogueFilter; told: Loosening; typed: string }[] = [];
  const add = (filter: CatalogueFilter, left: readonly string[], withAll: boolean) => {
    const way = (words: string, told: Loosening) =>
      ways.push({ filter: { ...filter, q: words }, told, typed: filter.q });
    if (withAll) way(q, { dropped: left, anyOf: false });
    const all = [...left, ...dropped];
    if (unknown.length > 0) way(fewer, { dropped: all, anyOf: false });
    if (rest.length > 1) way(either, { dropped: all, anyOf: true });
  };
  add(understoodAs, [], false);
  if (read.length > 1) {
    // Of several filters one may be too many.
    const places = regionPlaces(await gazetteer(), env.agency.departments);
    for (const piece of read) {
      const { filter } = readSearch({ ...asked, q: withoutRead(asked.q, piece) }, places);
      // That piece would be read as a filter again, which the form does not choose.
      ways.push({ filter, told: { dropped: [piece.text], anyOf: false }, typed: filter.q });
    }
  }
  if (read.length > 0)
    add(
      asked,
      read.map(({ text }) => text),
      true,
    );

  for (const { filter, ...way } of ways) {
    const looser = await meaningOf({ ...filter, apres: "" }, listsOf(meaning));
    if (await findsAny(looser)) return { meaning: { ...looser, asked }, ...way };
  }
  return null;
}

const listsOf = ({ terms, dictionary, search: { version } }: Understood) => ({
  terms,
  dictionary,
  version,
});

/** The terms that some offer has, whatever else the search asks for. */
async function matched({ words, meant }: Understood): Promise<ReadonlySet<SearchTerm>> {
  const wanted = words.filter((term) => term.wanted === "must");
  if (wanted.length === 0) return new Set();
  const found = wanted.map(
    (term, place) =>
      sql`select ${place}::int as place where exists (select from ${publicOffer} where search @@ ${wordsSought(termQuery(term, meant))})`,
  );
  const rows = await db.execute<{ place: number }>(sql.join(found, sql` union all `));
  return new Set(rows.flatMap(({ place }) => wanted[place] ?? []));
}

/** Whether a search finds an offer. Public. */
export async function findsAny({ search }: Understood): Promise<boolean> {
  const [row] = await db.execute<{ any: boolean }>(
    sql`select exists (select from ${publicOffer} where ${matching(search)}) as any`,
  );
  return row?.any ?? false;
}
