import { foldedText } from "@/lib/offer/projection/words";
import { synonymsOf } from "./synonyms";

/** What somebody looks for in words: each term has to be found, or must not be. */
export interface SearchTerm {
  /** A word, or the words of a phrase in quotation marks; folded. */
  text: string;
  phrase: boolean;
  unwanted: boolean;
}

const most = 12;

/**
 * Words that say nothing of an offer; PostgreSQL's own list leaves some of them to be looked for.
 */
const empty: ReadonlySet<string> = new Set(
  (
    "le la les de des du un une et ou en au aux a dans par pour sur avec sans ce ces cette " +
    "se sa son ses qui que est sont nos vos notre votre leur leurs"
  ).split(" "),
);

/**
 * Reads a search: words in any order, «between quotation marks» one after another, a word after -
 * must not occur.
 * @param q as typed
 */
export function searchTerms(q: string): SearchTerm[] {
  const found = [...foldedText(q).matchAll(/(-)?(?:"([^"]*)"|«([^»]*)»|([^\s,;"«»]+))/g)];
  return found
    .map(([, minus, quoted, angled, word]) => {
      const phrase = quoted !== undefined || angled !== undefined;
      return {
        text: plain(quoted ?? angled ?? word ?? "", phrase),
        phrase,
        unwanted: minus === "-",
      };
    })
    .filter(({ text, phrase }) => /[a-z0-9]/.test(text) && (phrase || !empty.has(text)))
    .slice(0, most);
}

/** Letters and digits; of a word, what is after its elision («l’alcool»). */
function plain(text: string, phrase: boolean): string {
  const spaced = text.replaceAll(/[^a-z0-9'’-]+/g, " ").trim();
  const whole = phrase ? spaced : spaced.replace(/^(?:[cdjlmnst]|qu|jusqu|lorsqu)['’]/, "");
  return whole.replaceAll(/['’]/g, " ").trim();
}

/**
 * A search in the words of PostgreSQL's `to_tsquery`: every term, or one of its synonyms, or one of
 * the words it was perhaps meant to be. Each operand is quoted and holds letters, digits, blanks
 * and hyphens only.
 * @param meant other words for a word, by its text
 * @returns empty when there is nothing to look for
 */
export function tsQueryOf(
  terms: readonly SearchTerm[],
  meant: ReadonlyMap<string, readonly string[]> = new Map(),
): string {
  return terms
    .map(({ text, phrase, unwanted }) => {
      const words =
        phrase || unwanted ? [text] : [text, ...synonymsOf(text), ...(meant.get(text) ?? [])];
      const group = `(${words.map((word) => `'${word.replaceAll(/['\\]/g, " ")}'`).join(" | ")})`;
      return unwanted ? `!${group}` : group;
    })
    .join(" & ");
}

/**
 * The words somebody typed themselves: an offer that says one of them comes before one that says it
 * in other words.
 */
export function typedQueryOf(terms: readonly SearchTerm[]): string {
  return terms
    .filter(({ unwanted }) => !unwanted)
    .map(({ text }) => `'${text}'`)
    .join(" | ");
}

/**
 * Words that may have been mistyped: phrases and unwanted words are taken as they are, so are those
 * we have synonyms for.
 */
export function correctable(terms: readonly SearchTerm[]): string[] {
  return terms
    .filter(
      ({ text, phrase, unwanted }) =>
        !phrase && !unwanted && /^[a-z]{4,40}$/.test(text) && synonymsOf(text).length === 0,
    )
    .map(({ text }) => text);
}

/**
 * How many letters two words differ by: one added, left out, exchanged with another or with its
 * neighbour counts one.
 */
export function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const [above = [], before = []] = [rows[row - 1], rows[row - 2]];
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    rows.push(line);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

/**
 * Whether a known word may be what was meant: one letter off in a short word, two in a long one.
 */
export function isNear(typed: string, known: string): boolean {
  return editDistance(typed, known) <= (typed.length >= 7 ? 2 : 1);
}
