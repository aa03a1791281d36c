import type { CatalogueFilter } from "./filter";
import { readPlaces, readSupport } from "./reading-offered";
import { readWhen } from "./reading-when";
import { readWhere, type RegionPlaces } from "./reading-where";
import { asTyped, typedWords, withInstead, withoutWords } from "./typed";

/** A search whose words were read for what the filters can say. */
export interface ReadSearch {
  /** With the filters that its words meant, and without these words. */
  filter: CatalogueFilter;
  /** What was read as a filter. */
  read: readonly WordsRead[];
}

/** Words of a search that follow one another. */
export interface WordsRead {
  /** As they were typed. */
  text: string;
  /** Place of the first among the words of the search, and of the one after the last. */
  from: number;
  until: number;
}

/** Words that say that what they lead to is not wanted: that is no filter. */
const negations: ReadonlySet<string> = new Set("sauf hors sans pas ni excepte hormis".split(" "));
/** Words between these and what they deny. */
const betweenNegation = /^(?:le|la|les|l|un|une|des|du|de|d|en|au|aux|a|dans|sur|mois)$/;

function isDenied(words: readonly string[], at: number): boolean {
  let before = at - 1;
  while (betweenNegation.test(words[before] ?? "")) before -= 1;
  return negations.has(words[before] ?? "");
}

/** Words that only lead to what follows them. */
const leading: ReadonlySet<string> = new Set(
  (
    "le la les l un une des du de d en au aux a dans sur vers pour et ou avec pendant durant " +
    "mois " +
    "periode tous toutes chaque pres proche autour alentours alentour environs cote secteur " +
    "commune ville moins rayon partir entre region jusqu jusque avant apres pas non loin " +
    "agglomeration agglo metropole eurometropole grand"
  ).split(" "),
);

/**
 * Takes out of the words of a search what is a filter: months and half-days, places, departments,
 * communes, lodging and catering. What stands between quotation marks, or behind a minus, is words.
 */
export function readSearch(asked: CatalogueFilter, regionPlaces: RegionPlaces): ReadSearch {
  const typed = typedWords(asked.q);
  const words = typed.map(({ word, fixed }) => (fixed ? "" : word));
  const glued = (at: number) => typed[at]?.gap === "-" || typed[at]?.gap === "–";
  const filter = { ...asked };
  const taken = new Set<number>();
  const communes: { place: string; radius: number | null; at: number[] }[] = [];

  for (let at = 0; at < words.length;) {
    const named = readWhere(regionPlaces, words, at, glued);
    const moment = readWhen(words, at, glued);
    // «Mars-la-Tour» is no month.
    const when = named && named.words > (moment?.words ?? 0) && named.place !== "" ? null : moment;
    const offered = when ? null : (readPlaces(words, at) ?? readSupport(words, at));
    const where = (when ?? offered) ? null : named;
    const length = (when ?? offered ?? where)?.words ?? 0;
    const places = Array.from({ length }, (_, offset) => at + offset);
    if (length > 0 && isDenied(words, at)) {
      at += length;
      continue;
    }
    if (when) {
      filter.mois = [...new Set([...filter.mois, ...when.months])];
      filter.demijournee = [...new Set([...filter.demijournee, ...when.halfDays])];
    }
    if (offered) {
      filter.accueil = [...new Set([...filter.accueil, ...offered.support])];
      if (offered.places !== null && asked.places === "") filter.places = offered.places;
    }
    if (where) filter.departement = [...new Set([...filter.departement, ...where.departments])];
    if (where && where.place !== "")
      communes.push({ place: where.place, radius: where.radius, at: places });
    else for (const place of places) taken.add(place);
    at += Math.max(1, length);
  }

  // Of two communes neither is the one to search around: offers that name them are found by words.
  const [commune] = communes;
  if (commune && asked.lieu === "" && communes.every(({ place }) => place === commune.place)) {
    filter.lieu = commune.place;
    if (commune.radius !== null) filter.rayon = commune.radius as CatalogueFilter["rayon"];
    for (const { at } of communes) for (const place of at) taken.add(place);
  }
  if (taken.size === 0) return { filter: asked, read: [] };

  const read = runsOf(taken).map(([from, until]) => ({
    text: asTyped(asked.q, typed, from, until),
    from,
    until,
  }));
  for (let at = words.length - 1; at >= 0; at--)
    if (taken.has(at + 1) && !taken.has(at) && leading.has(words[at] ?? "")) taken.add(at);
  filter.q = withoutWords(asked.q, typed, taken);
  return { filter, read };
}

/** A search in which what was read stands between quotation marks: it is then looked for. */
export function quotedRead(q: string, read: readonly WordsRead[]): string {
  const quoted = read.map((words) => ({ ...words, text: `"${words.text}"` }));
  return withInstead(q, typedWords(q), quoted);
}

/** A search without some of its words that were read. */
export function withoutRead(q: string, { from, until }: WordsRead): string {
  const places = Array.from({ length: until - from }, (_, offset) => from + offset);
  return withoutWords(q, typedWords(q), new Set(places));
}

/** Places that follow one another, as the first and the one after the last. */
function runsOf(places: ReadonlySet<number>): [number, number][] {
  const runs: [number, number][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === place) last[1] = place + 1;
    else runs.push([place, place + 1]);
  }
  return runs;
}
