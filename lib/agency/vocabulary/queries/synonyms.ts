import "server-only";
import { sql } from "drizzle-orm";
import { phraseOf } from "@/lib/catalogue/search/dictionary";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { wordsSought } from "@/lib/catalogue/search/queries/conditions";
import { understood } from "@/lib/catalogue/search/queries/resolve";
import { publicOffer } from "@/lib/offer/projection/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { keptSynonyms, type SynonymsDto } from "@/lib/reference/vocabulary/queries";

/** What words find when they stand for one another. */
export interface FoundBySynonyms {
  /** Offers that a search for each of them finds today. */
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
  if (said.length === 0 || !can(viewer, "vocabulary:edit")) return null;
  const own = said.map((word) =>
    phraseOf(word)
      .map((stem) => `'${stem}'`)
      .join(" <-> "),
  );
  // What a search reads as a filter, «mardi», is a word of offers all the same.
  const sought = await Promise.all(
    said.map(async (word, place) => {
      const { search } = await understood(catalogueFilterSchema.parse({ q: word }));
      return search.tsQuery || (own[place] ?? "");
    }),
  );
  const together = [...own, ...sought].map((query) => `(${query})`).join(" | ");
  const counts = [...sought, together].map(
    (query, place) =>
      sql`select ${place}::int as place, count(*)::int as offers from ${publicOffer} where search @@ ${wordsSought(query)}`,
  );
  const rows = await db.execute<{ place: number; offers: number }>(
    sql.join(counts, sql` union all `),
  );
  const countOf = (place: number) => rows.find((row) => row.place === place)?.offers ?? 0;
  return {
    each: said.map((word, place) => ({ word, offers: countOf(place) })),
    together: countOf(sought.length),
  };
}
