import { departmentsNamed, departmentsOfPostcode } from "@/lib/reference/commune/departments";
import { type Commune, type Gazetteer, namesIn } from "@/lib/reference/commune/gazetteer";
import { communeWords } from "@/lib/reference/commune/labels";
import { placeKey, placeWords } from "@/lib/reference/commune/place-key";
import { radii } from "./filter";

/** The places that are recognised in a search. */
export interface RegionPlaces {
  gazetteer: Gazetteer;
  /** Codes of the departments. */
  codes: ReadonlySet<string>;
  /** The most peopled commune of which this is the beginning of the name, whole words. */
  beginning: ReadonlyMap<string, Commune>;
}

/** What some words of a search say of where, and how many words that are. */
export interface WhereRead {
  words: number;
  departments: readonly string[];
  /** As the filter takes it; empty where it is no commune. */
  place: string;
  radius: (typeof radii)[number] | null;
}

/** Below it a name is as likely a word like another, unless something says that it is a place. */
const peopled = 1_500;
/** Names of well peopled communes that mean something else in a search. */
const ambiguous: ReadonlySet<string> = new Set(["ville", "still", "arches", "charmes"]);
/** The beginning of a name is enough for a town: «Saint-Dié», «Châlons». */
const town = 8_000;
const longest = 6;

const last: { places: RegionPlaces | null; region: readonly string[] } = {
  places: null,
  region: [],
};

/** The places of a region; those that were asked for last are kept. @param region departments */
export function regionPlaces(gazetteer: Gazetteer, region: readonly string[]): RegionPlaces {
  if (last.places?.gazetteer === gazetteer && last.region === region) return last.places;
  const beginning = new Map<string, Commune>();
  const towns = namesIn(gazetteer, region)
    .filter(({ commune, former }) => !former && commune.inhabitants >= town)
    .sort((a, b) => b.commune.inhabitants - a.commune.inhabitants);
  for (const { words, commune } of towns) {
    const parts = words.split(" ");
    for (let length = parts.length - 1; length > 0; length--) {
      const start = parts.slice(0, length).join(" ");
      if (start.length >= 5 && !beginning.has(start)) beginning.set(start, commune);
    }
  }
  const places = { gazetteer, codes: new Set(region), beginning };
  Object.assign(last, { places, region });
  return places;
}

const units =
  /^(?:ans?|annees?|mois|semaines?|jours?|heures?|h|min|minutes?|km|kg|places?|euros?|seances?|classes?|eleves?|enfants?|adultes?|personnes?|etudiante?s?)$/;
const isNumber = (word = "") => /^\d{1,3}$/.test(word);

/**
 * Reads «Nancy», «près de Metz», «30 km autour d’Épinal», «54000», «les Vosges», «88», «Alsace».
 * @param words folded
 * @param at where they begin
 * @param glued whether a word stands after a hyphen
 */
export function readWhere(
  places: RegionPlaces,
  words: readonly string[],
  at: number,
  glued: (place: number) => boolean = () => false,
): WhereRead | null {
  return (
    readDistance(places, words, at) ??
    readCommune(places, words, at) ??
    readDepartment(places, words, at, glued)
  );
}

/** «à 30 km de Nancy», «30 km autour de Nancy». */
function readDistance(
  places: RegionPlaces,
  words: readonly string[],
  at: number,
): WhereRead | null {
  const [, figures, touching = ""] = /^(\d{1,3})([a-z]*)$/.exec(words[at] ?? "") ?? [];
  const unit = touching === "" ? (words[at + 1] ?? "") : touching;
  let next = at + (touching === "" ? 2 : 1);
  const isTime = /^(?:mn|mins?|minutes?|h|heures?)$/.test(unit);
  // «2 h à Nancy» is how long, «à 20 min de Nancy» how far: about a kilometre a minute.
  const isFar =
    /^(?:kms?|kilometres?)$/.test(unit) || (isTime && /^d[eu]?$/.test(words[next] ?? ""));
  if (figures === undefined || !isFar) return null;
  const kilometres = Number(figures) * (unit.startsWith("h") ? 60 : 1);
  while (/^(?:autour|alentour|a|la|ronde|de|d|du)$/.test(words[next] ?? "")) next += 1;
  const commune = readCommune(places, words, next);
  return (
    commune && {
      ...commune,
      words: next + commune.words - at,
      radius: radii.find((radius) => radius >= kilometres) ?? (Math.max(...radii) as 100),
    }
  );
}

/** Whether the words before a name say that it is one of a place. */
function isIntroduced(words: readonly string[], at: number): boolean {
  const [second = "", before = ""] = [words[at - 2], words[at - 1]];
  return (
    before === "a" ||
    before === "vers" ||
    before === "km" ||
    (/^(?:de|d|du|des)$/.test(before) &&
      /^(?:pres|proche|autour|alentours?|environs|cote|secteur|ville|commune|km|loin)$/.test(
        second,
      ))
  );
}

function readCommune(places: RegionPlaces, words: readonly string[], at: number): WhereRead | null {
  const { gazetteer, codes, beginning } = places;
  const isHere = ({ department }: Commune) => codes.has(department);
  const read = (place: string, length: number) => {
    const isBehind = /^(?:cedex|cdx|metropole|agglo)$/.test(words[at + length] ?? "");
    const number = isBehind && /^\d{1,2}$/.test(words[at + length + 1] ?? "");
    const department = (words[at + length] ?? "").toUpperCase();
    const said = codes.has(department) && !units.test(words[at + length + 1] ?? "");
    return {
      words: length + (number ? 2 : isBehind || said ? 1 : 0),
      departments: [],
      place: said ? `${place.replace(/ \(.*/, "")} (${department})` : place,
      radius: null,
    };
  };
  const [first = ""] = words.slice(at);
  if (gazetteer.byPostcode.get(first)?.some(isHere)) {
    const after = readCommune(places, words, at + 1);
    return after ? { ...after, words: after.words + 1 } : read(first, 1);
  }
  if (departmentsOfPostcode(/^\d{5}$/.exec(first)?.[0] ?? "").some((code) => codes.has(code))) {
    const after = readCommune(places, words, at + 1);
    return after && { ...after, words: after.words + 1 };
  }
  const introduced = isIntroduced(words, at);
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const name = words.slice(at, at + length).join(" ");
    if (!/[a-z]{2}/.test(name)) continue;
    const key = placeKey(name);
    const today = (gazetteer.byName.get(key) ?? []).filter(isHere);
    const former = (gazetteer.byFormerName.get(key) ?? []).filter(isHere);
    const isSure = introduced || length > 1 || (today[0]?.inhabitants ?? 0) >= peopled;
    const [commune, ...namesakes] =
      today.length > 0 ? today : introduced || length > 1 ? former : [];
    if (commune && isSure && (introduced || !ambiguous.has(name)))
      return read(namesakes.length === 0 ? communeWords(commune) : commune.name, length);
    const begun = beginning.get(placeWords(name).join(" "));
    if (begun && (length > 1 || introduced || name.length >= 6))
      return read(communeWords(begun), length);
  }
  return null;
}

const leadsToDepartment = /^(?:de|du|des|d|la|les|l)$/;

function readDepartment(
  places: RegionPlaces,
  words: readonly string[],
  at: number,
  glued: (place: number) => boolean,
): WhereRead | null {
  const read = (found: readonly string[], length: number) => ({
    words: length,
    departments: found,
    place: "",
    radius: null,
  });
  for (let length = Math.min(4, words.length - at); length > 0; length--) {
    if (leadsToDepartment.test(words[at] ?? "")) break;
    const named = departmentsNamed(words.slice(at, at + length).join(" "));
    if (named.length === 0) continue;
    const here = named.filter((code) => places.codes.has(code));
    // The whole of the region is no filter.
    const found = here.length === places.codes.size ? [] : here;
    if (here.length === 0) continue;
    const code = found.length === 1 && words[at + length] === found[0];
    return read(found, length + (code ? 1 : 0));
  }
  if (/^(?:dept|dpt|departements?|dep)$/.test(words[at] ?? "")) {
    let next = at + 1;
    while (leadsToDepartment.test(words[next] ?? "") && next - at < 3) next += 1;
    const named = readDepartment(places, words, next, glued);
    return named && { ...named, words: next + named.words - at };
  }
  const code = (words[at] ?? "").toUpperCase();
  const isGlued = glued(at) && !places.codes.has(words[at - 1] ?? "");
  return places.codes.has(code) && !isGlued && standsAlone(places, words, at)
    ? read([code], 1)
    : null;
}

/**
 * Whether a number counts nothing and numbers nothing: «88», «54/57», not «10 ans» nor «6 à 10».
 */
function standsAlone({ codes }: RegionPlaces, words: readonly string[], at: number): boolean {
  let [first, last] = [at, at];
  while (codes.has(words[first - 1] ?? "")) first -= 1;
  while (codes.has(words[last + 1] ?? "")) last += 1;
  const [before = "", after = "", afterNext = ""] = [
    words[first - 1],
    words[last + 1],
    words[last + 2],
  ];
  const reaches = /^(?:a|et|ou)$/.test(after) && isNumber(afterNext) && !codes.has(afterNext);
  return (
    !units.test(after) &&
    !isNumber(after) &&
    !isNumber(before) &&
    !reaches &&
    !/^(?:covid|psc|no|numero|page|plus|moins)$/.test(before)
  );
}
