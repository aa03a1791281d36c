import { LRUCache } from "lru-cache";
import { isJoining } from "@/lib/platform/values/words";
import type { VocabularyKind } from "@/lib/reference/vocabulary/rules";
import { phraseOf } from "./dictionary";
import type { FilterChip } from "./filter-words";
import type { SearchTerm } from "./text";
import { asTyped, type TypedWord, typedWords, withoutWords } from "./typed";

interface Label {
  kind: VocabularyKind;
  label: string;
}

const kindLabels: Readonly<Partial<Record<VocabularyKind, string>>> = {
  audience: "public",
  structureType: "structure",
};
/** Labels that one word may stand for: «enfants» is of two ages. */
const most = 2;

/** Stems of the labels of every list are a tenth of a page's time: they are found once. */
const shortNames = new LRUCache<string, readonly string[]>({
  max: 1_000,
  memoMethod: namesOf,
});

/** What people say of a label: all of it, each of its alternatives, and without ages. */
function namesOf(label: string): string[] {
  const names = [label, ...label.split("/")].map((part) =>
    part.replaceAll(/\d+(?:-\d+)? ans/g, "").replace(/^Personnes en /, ""),
  );
  return [label, ...names].map((name) => phraseOf(name).join(" "));
}

/**
 * The words of a search, each group that can be taken away by itself: what names an audience or a
 * type of structure says so, the rest stands together.
 * @param q the words, without those that are filters
 */
export function wordChips(
  q: string,
  words: readonly SearchTerm[],
  labels: readonly Label[],
): FilterChip[] {
  if (q === "") return [];
  const typed = typedWords(q);
  const named = words.flatMap((term) => {
    const meant = term.wanted === "must" ? labelsOf(term, labels) : [];
    return meant.length === 0 ? [] : [{ at: withJoining(term.at, typed), meant }];
  });
  const rest = withoutWords(q, typed, new Set(named.flatMap(({ at }) => at)));
  const chips = named.map(({ at, meant }): FilterChip => {
    const said = asTyped(q, typed, at[0] ?? 0, (at.at(-1) ?? 0) + 1);
    const kind = kindLabels[meant[0]?.kind ?? "audience"] ?? "";
    return {
      key: `q-${at.join("-")}`,
      words: `« ${said} », ${kind} : ${meant.map(({ label }) => label).join(" ou ")}`,
      changes: { q: withoutWords(q, typed, new Set(at)) },
    };
  });
  const unnamed = [...typed.keys()].filter((place) => named.every(({ at }) => !at.includes(place)));
  // Signs and joining words alone are shown only where nothing else can be taken away.
  if (chips.length > 0 && unnamed.every((place) => isJoining(typed[place]?.word ?? "")))
    return chips;
  const others = unnamed.length === 0 ? "" : withoutWords(q, typed, new Set(unnamed));
  return [{ key: "q", words: `« ${rest} »`, changes: { q: others } }, ...chips];
}

/** Places of words with those of the joining words between them: «maison de retraite». */
function withJoining(at: readonly number[], typed: readonly TypedWord[]): number[] {
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  return [...typed.keys()].filter(
    (place) =>
      at.includes(place) || (place > first && place < last && isJoining(typed[place]?.word ?? "")),
  );
}

function labelsOf({ said, broader }: SearchTerm, labels: readonly Label[]): Label[] {
  const sought = (phrases: readonly (readonly string[])[]) =>
    new Set(phrases.map((stems) => stems.join(" ")));
  const known = labels.filter(({ kind }) => kind in kindLabels);
  const found = (keys: ReadonlySet<string>) =>
    known.filter(({ label }) => shortNames.memo(label).some((name) => keys.has(name)));
  // What was typed names it rather than what it belongs to.
  const own = found(sought(said.map(({ stems }) => stems)));
  const all = own.length > 0 ? own : found(sought(broader));
  return all.filter(({ kind }) => kind === all[0]?.kind).slice(0, most);
}
