import "server-only";
import { sql } from "drizzle-orm";
import { catalogueWord } from "@/db/schema/catalogue";
import { stemOf } from "@/lib/platform/values/stem";
import { isFieldWord } from "../field-words";
import { isNear, type SearchTerm } from "../text";
import { keptRows } from "./kept-rows";

/** How many words are weighed for one that is not known. */
const looked = 12;
/** How many of them are searched for. */
const proposed = 3;

/**
 * Words of the catalogue that somebody perhaps meant, for each word that no offer ever had. Public:
 * whether one of them finds something is for the search to say, so a word of an offer that has left
 * is not told.
 * @param version of the catalogue, for which they are looked for once
 * @returns by the word as typed, folded; words that are known, or near no other, are left out
 */
export async function meantWords(
  terms: readonly SearchTerm[],
  version: string,
): Promise<Map<string, readonly string[]>> {
  const words = terms.flatMap(({ mendable }) => (mendable === "" ? [] : [mendable]));
  if (words.length === 0) return new Map();
  const rows = await keptRows<{ typed: string; word: string }>(
    version,
    sql`
    select typed, alike.word
    from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) as t(typed)
    cross join lateral (select word from ${catalogueWord} where word % typed order by similarity(word, typed) desc, word limit ${looked}) alike
    where not exists (select from ${catalogueWord} where word = typed)`,
  );
  const found = new Map<string, readonly string[]>();
  for (const typed of words) {
    const alike = rows.filter((row) => row.typed === typed);
    // «addiction» is no mistake where offers say «addictions».
    if (alike.some(({ word }) => stemOf(word) === stemOf(typed))) continue;
    const near = alike
      // «sang» is no «sans», which every offer could say.
      .flatMap(({ word }) => (isNear(typed, word) && !isFieldWord(stemOf(word)) ? [word] : []))
      .slice(0, proposed);
    if (near.length > 0) found.set(typed, near);
  }
  return found;
}
