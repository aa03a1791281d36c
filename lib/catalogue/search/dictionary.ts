import { stemsIn } from "@/lib/platform/values/words";
import { alikeGroups, broaderGroups } from "./synonyms";

/** Stems that follow one another. */
export type Phrase = readonly string[];

/** What else an offer may say for some words. */
interface Meaning {
  /** The same thing: counts as if it had been typed. */
  alike: readonly Phrase[];
  /** What it belongs to. */
  broader: readonly Phrase[];
}

/** Words with a meaning of their own, the longest first, by their first stem. */
export type Dictionary = ReadonlyMap<string, readonly { phrase: Phrase; meaning: Meaning }[]>;

/** Words of one meaning, as the agency keeps them: any of them finds the others. */
export type SynonymGroup = readonly string[];

/** The stems of some words, one after another. */
export function phraseOf(words: string): Phrase {
  const stems = stemsIn(words);
  // Without the whole of what was written with hyphens.
  return stems.flatMap(({ stem, place }, index) =>
    stems[index + 1]?.place === place ? [] : [stem],
  );
}

interface Entry {
  phrase: Phrase;
  alike: Phrase[];
  broader: Phrase[];
}

class Entries {
  readonly byKey = new Map<string, Entry>();

  of(phrase: Phrase): Entry {
    const key = phrase.join(" ");
    const known = this.byKey.get(key);
    const entry = known ?? { phrase, alike: [], broader: [] };
    if (!known) this.byKey.set(key, entry);
    return entry;
  }

  alike(words: readonly string[]): void {
    const phrases = words.map(phraseOf).filter((phrase) => phrase.length > 0);
    for (const phrase of phrases)
      this.of(phrase).alike.push(...phrases.filter((other) => other !== phrase));
  }
}

function build(synonyms: readonly SynonymGroup[], labels: readonly string[]): Dictionary {
  const entries = new Entries();
  for (const words of [...alikeGroups, ...synonyms]) entries.alike(words);
  for (const [said, words] of broaderGroups)
    for (const word of words) entries.of(phraseOf(word)).broader.push(...said.map(phraseOf));
  // A label of several words is looked for as it stands.
  for (const label of labels.flatMap((each) => [each, ...each.split(/[/,]/)])) {
    const phrase = phraseOf(label);
    if (phrase.length > 1) entries.of(phrase);
  }
  const found = new Map<string, { phrase: Phrase; meaning: Meaning }[]>();
  for (const { phrase, alike, broader } of entries.byKey.values()) {
    const first = phrase[0];
    if (first === undefined) continue;
    const same = found.get(first) ?? [];
    if (same.length === 0) found.set(first, same);
    same.push({ phrase, meaning: { alike, broader } });
  }
  for (const entry of found.values()) entry.sort((a, b) => b.phrase.length - a.phrase.length);
  return found;
}

const last: { key: string; dictionary: Dictionary } = { key: "", dictionary: new Map() };

/**
 * All words with a meaning. The last one that was made is kept: it is the same as long as the lists
 * are, while the catalogue changes. Comparing them takes milliseconds: not for each search.
 * @param synonyms of the agency
 * @param labels of the terms of every list
 */
export function dictionaryOf(
  synonyms: readonly SynonymGroup[],
  labels: readonly string[],
): Dictionary {
  const key = JSON.stringify([synonyms, labels]);
  if (last.key !== key) Object.assign(last, { key, dictionary: build(synonyms, labels) });
  return last.dictionary;
}
