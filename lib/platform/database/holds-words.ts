import "server-only";
import { and, or, type SQL, sql } from "drizzle-orm";
import { containing } from "../values/like";
import { foldedText } from "../values/words";

/** Words of a search in lists of the agency; more are as if they had not been typed. */
const most = 8;

/**
 * Texts that hold every word that was typed, in any order and each anywhere in one of them,
 * whatever their case, accents, apostrophes and dashes.
 * @param typed as people write it
 * @param holds what holds one word, given as a pattern of `like` for a text that is `folded`
 * @returns nothing to add where no word was typed
 */
export function holdsWords(
  typed: string,
  holds: (pattern: string) => (SQL | undefined)[],
): SQL | undefined {
  const words = foldedText(typed)
    .split(/[^\p{L}\p{N}@._]+/u)
    .map((word) => word.replaceAll(/^[._]+|[._]+$/g, ""))
    .filter(Boolean);
  if (words.length === 0) return typed.trim() === "" ? undefined : sql`false`;
  return and(...words.slice(0, most).map((word) => or(...holds(containing(word)))));
}

/** Whether a text, folded, is like a pattern. @param text a column, or several joined */
export function foldedLike(text: SQL, pattern: string): SQL {
  return sql`folded(${text}) like ${pattern}`;
}
