import { stemOf } from "@/lib/platform/values/stem";
import { isElided, isJoining } from "@/lib/platform/values/words";
import type { Dictionary, Phrase } from "./dictionary";
import { courseWords, isFieldWord } from "./field-words";
import { type TypedWord, typedWords } from "./typed";

/** What somebody looks for in words. */
export interface SearchTerm {
  /** The words, folded, to be told of. */
  text: string;
  /** Places of its words in what was typed. */
  at: readonly number[];
  /** It has to be found, must not be, or only says what comes first. */
  wanted: "must" | "not" | "first";
  /** Any of these is what was typed. */
  said: readonly Sought[];
  /** Any of these is what it belongs to. */
  broader: readonly Phrase[];
  /** The word, where it may have been mistyped; empty for what we know or is no word. */
  mendable: string;
}

/** Stems that follow one another, that all have to be there, or that another stands between. */
interface Sought {
  stems: Phrase;
  how?: "apart" | "around";
}

/** Terms that are looked for; more are as if they had not been typed. */
const mostTerms = 12;

interface Unit {
  stem: string;
  word: string;
  /** Place of the typed word it is of. */
  at: number;
  gap: string;
}

/**
 * Reads a search: words in any order, «between quotation marks» one after another, a word after -
 * must not occur, either of two with «ou» or a slash between them.
 * @param q as typed, without what was read as a filter
 */
export function searchTerms(q: string, dictionary: Dictionary): SearchTerm[] {
  const typed = typedWords(q);
  const groups: SearchTerm[][] = [];
  for (const part of partsOf(q, typed)) {
    if (part.kind === "words") groups.push(...plainTerms(part.units, dictionary));
    else if (part.units.length > 0)
      groups.push([
        {
          text: part.units.map(({ word }) => word).join(" "),
          at: part.units.map(({ at }) => at),
          wanted: part.kind,
          said: [{ stems: part.units.map(({ stem }) => stem) }],
          broader: [],
          mendable: "",
        },
      ]);
  }
  return joinedByOr(typed, groups.flat()).slice(0, mostTerms);
}

interface Part {
  kind: "words" | "must" | "not";
  units: Unit[];
}

/** What stands between quotation marks, behind a minus, and the rest, in order. */
function partsOf(q: string, typed: readonly TypedWord[]): Part[] {
  const parts: Part[] = [];
  typed.forEach(({ word, start, gap, fixed }, at) => {
    if (/^['’]/.test(typed[at + 1]?.gap ?? "") && isElided(word)) return;
    const kind = !fixed ? "words" : /(?:^|\s)-$/.test(q.slice(0, start)) ? "not" : "must";
    const last = parts.at(-1);
    const opens = kind !== "words" && (/["«»]/.test(gap) || kind === "not");
    const part: Part = last && last.kind === kind && !opens ? last : { kind, units: [] };
    if (part !== last) parts.push(part);
    const pieces = word.match(/[a-z]+|\d+/g) ?? [];
    part.units.push(
      ...pieces
        .filter((piece) => !isJoining(piece))
        .map((piece, index) => ({
          stem: stemOf(piece),
          word: piece,
          at,
          gap: index === 0 ? gap : "",
        })),
    );
  });
  return parts;
}

function plainTerms(units: readonly Unit[], dictionary: Dictionary): SearchTerm[][] {
  const stems = units.map(({ stem }) => stem);
  const courses = courseWords(stems);
  const terms: SearchTerm[][] = [];
  for (let place = 0; place < units.length;) {
    const known = dictionary
      .get(stems[place] ?? "")
      ?.find(({ phrase }) => phrase.every((stem, offset) => stems[place + offset] === stem));
    const length = Math.max(known?.phrase.length ?? 1, compoundAt(units, place));
    const own = units.slice(place, place + length);
    const isCourse = courses.has(place);
    const [first] = own;
    if (first && /^\d/.test(first.word) && !known) {
      const { term, length: numbers } = numberTerm(units, place, dictionary);
      terms.push([term]);
      place += numbers;
      continue;
    }
    const phrase = own.map(({ stem }) => stem);
    const meaning = known?.phrase.length === length ? known.meaning : null;
    const isField = isCourse || (length === 1 && !meaning && isFieldWord(phrase[0] ?? ""));
    terms.push([
      {
        text: own.map(({ word }) => word).join(" "),
        at: [...new Set(own.map(({ at }) => at))],
        wanted: isField ? "first" : "must",
        said: [
          { stems: phrase, ...(known === undefined ? { how: "apart" as const } : {}) },
          ...(length > 1 ? [{ stems: [stemOf(own.map(({ word }) => word).join(""))] }] : []),
          ...(meaning?.alike ?? []).map((stems) => ({ stems })),
        ],
        broader: meaning?.broader ?? [],
        mendable:
          length === 1 && !isField && !meaning && /^[a-z]{4,40}$/.test(first?.word ?? "")
            ? (first?.word ?? "")
            : "",
      },
    ]);
    place += length;
  }
  return terms;
}

/** How many words are written in one with hyphens. */
function compoundAt(units: readonly Unit[], place: number): number {
  let length = 1;
  while (
    units[place + length]?.gap === "-" &&
    /^[a-z]/.test(units[place + length]?.word ?? "") &&
    /^[a-z]/.test(units[place]?.word ?? "")
  )
    length += 1;
  return length;
}

/** Numbers stand with what they count, «6 à 11 ans», or with the word they number, «covid 19». */
function numberTerm(
  units: readonly Unit[],
  place: number,
  dictionary: Dictionary,
): { term: SearchTerm; length: number } {
  let length = 1;
  while (/^\d/.test(units[place + length]?.word ?? "")) length += 1;
  const after = units[place + length];
  const before = units[place - 1];
  const counted = after?.stem === "an";
  const numbered = !counted && before && /^[a-z]/.test(before.word) ? [before] : [];
  if (counted) length += 1;
  const own = units.slice(place, place + length);
  return {
    length,
    term: {
      text: own.map(({ word }) => word).join(" "),
      at: [...new Set(own.map(({ at }) => at))],
      wanted: "must",
      said: [
        { stems: [...numbered, ...own].map(({ stem }) => stem) },
        // «18 à 25 ans» is also for who is 18.
        ...(counted && own.length === 2
          ? [{ stems: own.map(({ stem }) => stem), how: "around" as const }]
          : []),
      ],
      broader: counted ? labelsOfAges(own.slice(0, -1), dictionary) : [],
      mendable: "",
    },
  };
}

/** Labels for people of some ages: «10 ans» and «7 à 9 ans» are of «Enfants 6-11 ans». */
function labelsOfAges(numbers: readonly Unit[], dictionary: Dictionary): Phrase[] {
  const ages = numbers.map(({ word }) => Number(word));
  const [youngest, oldest] = [Math.min(...ages), Math.max(...ages)];
  return [...dictionary.values()].flat().flatMap(({ phrase }) => {
    const [from, until] = phrase.slice(-3, -1).map(Number);
    if (phrase.at(-1) !== "an" || from === undefined || !until) return [];
    const isWithin =
      youngest === oldest
        ? from <= youngest && youngest <= until
        : from < oldest && youngest < until;
    return isWithin ? [phrase] : [];
  });
}

/** «collège/lycée», «vélo ou marche»: either will do. */
function joinedByOr(typed: readonly TypedWord[], terms: readonly SearchTerm[]): SearchTerm[] {
  const joined: SearchTerm[] = [];
  for (const term of terms) {
    const last = joined.at(-1);
    const [from, until] = [last?.at.at(-1) ?? 0, term.at[0] ?? 0];
    const between = typed.slice(from + 1, until + 1);
    const isEither =
      between.some(({ gap }) => /^\s*\/\s*$/.test(gap)) ||
      between.slice(0, -1).some(({ word }) => word === "ou");
    if (last && isEither && last.wanted === "must" && term.wanted === "must")
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text} ou ${term.text}`,
        at: [...last.at, ...term.at],
        said: [...last.said, ...term.said],
        broader: [...last.broader, ...term.broader],
        mendable: "",
      };
    else joined.push(term);
  }
  return joined;
}

const quoted = (stem: string) => `'${stem}'`;

const operators = { apart: " & ", around: " <2> " } as const;

function soughtQuery({ stems, how }: Sought): string {
  const query = stems.map(quoted).join(how ? operators[how] : " <-> ");
  return stems.length > 1 ? `(${query})` : query;
}

/** What one term is found by, as PostgreSQL's `tsquery` writes it. */
export function termQuery(
  { wanted, said, broader, text }: SearchTerm,
  meant: ReadonlyMap<string, readonly string[]> = new Map(),
): string {
  const all = [
    ...said,
    ...broader.map((stems) => ({ stems })),
    ...(meant.get(text) ?? []).map((word) => ({ stems: [stemOf(word)] })),
  ].filter(({ stems }) => stems.length > 0);
  return `${wanted === "not" ? "!" : ""}(${[...new Set(all.map(soughtQuery))].join(" | ")})`;
}

/**
 * A search in the words of a `tsquery`: every term that decides, or what it belongs to, or one of
 * the words it was perhaps meant to be. Operands are quoted and hold letters and digits only.
 * @param meant other words for a mistyped one, by it
 * @returns empty when nothing decides
 */
export function tsQueryOf(
  terms: readonly SearchTerm[],
  meant: ReadonlyMap<string, readonly string[]> = new Map(),
): string {
  return terms
    .filter(({ wanted }) => wanted !== "first")
    .map((term) => termQuery(term, meant))
    .join(" & ");
}

/**
 * What somebody typed themselves, for how much an offer says of it. A rank counts the words of a
 * phrase one by one, so other phrases for the same thing are left out.
 */
export function typedQueryOf(terms: readonly SearchTerm[]): string {
  const counted = ({ said: [own, ...alike] }: SearchTerm) =>
    [own, ...alike.filter(({ stems }) => stems.length === 1)].flatMap((each) => each ?? []);
  return anyOf(terms.filter(({ wanted }) => wanted !== "not").flatMap(counted));
}

/**
 * The words that decide, as they were typed or in words for the same: an offer that says one of
 * them comes before one that says what they belong to.
 */
export function saidQueryOf(terms: readonly SearchTerm[]): string {
  return anyOf(terms.filter(({ wanted }) => wanted === "must").flatMap(({ said }) => said));
}

function anyOf(sought: readonly Sought[]): string {
  return sought
    .filter(({ stems }) => stems.length > 0)
    .map(soughtQuery)
    .join(" | ");
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
 * Whether a known word may be what was meant: one letter off in a short word, two in a long one, or
 * not typed to its end.
 */
export function isNear(typed: string, known: string): boolean {
  if (typed.length >= 4 && known.startsWith(typed)) return true;
  return editDistance(typed, known) <= (typed.length >= 7 ? 2 : 1);
}
