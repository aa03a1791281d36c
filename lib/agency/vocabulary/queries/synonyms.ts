import "server-only";
import { sql } from "drizzle-orm";
import { dictionaryOf, phraseOf } from "@/lib/catalogue/search/dictionary";
import { wordsSought } from "@/lib/catalogue/search/queries/conditions";
import { searchTerms, tsQueryOf } from "@/lib/catalogue/search/text";
import { publicOffer } from "@/lib/offer/projection/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { keptSynonyms, type SynonymsDto } from "@/lib/reference/vocabulary/queries";

/** What words find when they stand for one another. */
export interface FoundBySynonyms {
  /** Offers that say each of them. */
  each: { word: string; offers: number }[];
  /** Offers that whoever types one of them finds. */
  together: number;
}

/** All synonyms the agency keeps, by their term; none for who may not edit them. */
export async function editedSynonyms(viewer: Viewer): Promise<SynonymsDto[]> {
  return can(viewer, "vocabulary:edit") ? keptSynonyms() : [];
}

/**
 * How many public offers some words find, alone and taken for one another. Null for no words, and
 * for who may not edit synonyms.
 */
export async function foundBySynonyms(
  viewer: Viewer,
  words: readonly string[],
): Promise<FoundBySynonyms | null> {
  const said = words.filter((word) => phraseOf(word).length > 0);
  const [first] = said;
  if (first === undefined || !can(viewer, "vocabulary:edit")) return null;
  const own = said.map((word) =>
    phraseOf(word)
      .map((stem) => `'${stem}'`)
      .join(" <-> "),
  );
  const together = tsQueryOf(searchTerms(`« ${first} »`, dictionaryOf([], [])));
  const all = [...own, [...own.map((query) => `(${query})`), together].join(" | ")];
  const counts = all.map(
    (query, place) =>
      sql`select ${place}::int as place, count(*)::int as offers from ${publicOffer} where search @@ ${wordsSought(query)}`,
  );
  const rows = await db.execute<{ place: number; offers: number }>(
    sql.join(counts, sql` union all `),
  );
  const countOf = (place: number) => rows.find((row) => row.place === place)?.offers ?? 0;
  return {
    each: said.map((word, place) => ({ word, offers: countOf(place) })),
    together: countOf(own.length),
  };
}
