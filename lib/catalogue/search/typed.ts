import { foldedText, isElided, isJoining } from "@/lib/platform/values/words";

/** A word of a search as it was typed, and where. */
export interface TypedWord {
  /** Folded; letters, figures or both. */
  word: string;
  start: number;
  /** What stands between it and the word before. */
  gap: string;
  /** Between quotation marks, or behind a minus: it is looked for as it is. */
  fixed: boolean;
}

const fixedParts = /"[^"]*"|«[^»]*»|(?<![^\s])-[\p{L}\p{N}]+/gu;
// A hyphen that goes on is no inclusive ending: «Bar-le-Duc».
const inclusiveEnding =
  /(?<=\p{L}{3})s?[·•∙⋅‧(/.-](?:n?e|le|te|se|fe|ve|ère|ere|euse|trice|rice|ice)s?(?:\)s?|[·•∙⋅‧./-]s)?(?![\p{L}\p{N}]|-\p{L})/giu;

/** «A.P.A.» is one word. */
const word = /(?<!\p{L})(?:\p{L}\.){2,}\p{L}?(?!\p{L})|[\p{L}\p{M}\p{N}]+/gu;

/** The words of a search in their order. */
export function typedWords(q: string): TypedWord[] {
  const fixed = [...q.matchAll(fixedParts)].map(({ index, 0: part }) => [
    index,
    index + part.length,
  ]);
  const plain = q.replaceAll(inclusiveEnding, (ending) => " ".repeat(ending.length));
  let end = 0;
  return [...plain.matchAll(word)].map(({ index: start, 0: typed }) => {
    const gap = q.slice(end, start);
    end = start + typed.length;
    return {
      word: foldedText(typed).replaceAll(".", ""),
      start,
      gap,
      fixed: fixed.some(([from = 0, until = 0]) => start >= from && start < until),
    };
  });
}

/** Words with those before them that only lead to them: «au lycée», «de l’air». */
function withLeading(words: readonly TypedWord[], taken: ReadonlySet<number>): Set<number> {
  const all = new Set(taken);
  for (let at = words.length - 2; at >= 0; at--) {
    const { word = "", fixed = false } = words[at] ?? {};
    const isLetter = isElided(word) && /^['’]/.test(words[at + 1]?.gap ?? "");
    if (all.has(at + 1) && !fixed && (isLetter || isJoining(word))) all.add(at);
  }
  return all;
}

/**
 * A search without some of its words; what stands around those is tidied.
 * @param chosen places of the words that go
 */
export function withoutWords(
  q: string,
  words: readonly TypedWord[],
  chosen: ReadonlySet<number>,
): string {
  if (chosen.size === 0) return q;
  const taken = withLeading(words, chosen);
  const before = q.slice(0, words[0]?.start ?? 0);
  const kept = words.map(({ start }, place) => {
    if (!taken.has(place)) return q.slice(start, words[place + 1]?.start);
    return taken.has(place + 1) ? "" : " ";
  });
  return `${taken.has(0) ? "" : before}${kept.join("")}`
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[\s,;:.!?()/]+|[\s,;:.!(/-]+$/g, "");
}

/**
 * A search with other words in place of some of its own.
 * @param changes in the order of the words: places of the first and of the one after the last
 */
export function withInstead(
  q: string,
  words: readonly TypedWord[],
  changes: readonly { from: number; until: number; text: string }[],
): string {
  return changes.reduceRight((changed, { from, until, text }) => {
    const start = words[from]?.start ?? 0;
    const end = start + asTyped(q, words, from, until).length;
    return changed.slice(0, start) + text + changed.slice(end);
  }, q);
}

/** The words themselves, as they were typed. */
export function asTyped(
  q: string,
  words: readonly TypedWord[],
  from: number,
  until: number,
): string {
  return q.slice(words[from]?.start, words[until]?.start).replaceAll(/[\s,;:.(/-]+$/g, "");
}
