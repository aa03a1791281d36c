import { type Commune, type Gazetteer, namesIn } from "./gazetteer";
import { placeKey, placeWords } from "./place-key";
import { readPlace } from "./read-place";
import { understandPlace } from "./understand-place";

/** A commune to choose while one types. */
export interface CommuneSuggestion {
  /** Understood in the field of the commune, with the postcode beside it. */
  name: string;
  postcode: string;
  /** The former name it was found by; empty for today's. */
  formerName: string;
}

const most = 8;
/** Letters before anything is proposed, where no postcode narrows it down. */
const leastLetters = 2;

/**
 * The communes whose names begin as what is being typed: those of the postcode where there is one,
 * else the region's, else any. What begins no name is understood as a whole.
 * @param typed what stands in the two fields so far
 */
export function suggestCommunes(
  typed: { postcode: string; commune: string },
  gazetteer: Gazetteer,
  region: readonly string[],
): CommuneSuggestion[] {
  const read = readPlace(typed.commune);
  const postcode = readPlace(typed.postcode).postcode || read.postcode;
  const here = gazetteer.byPostcode.get(postcode) ?? [];
  const words = placeWords(read.names[0]?.name ?? "").join(" ");
  const shown = (commune: Commune, formerName = ""): CommuneSuggestion => ({
    name: commune.name,
    postcode: commune.postcodes.includes(postcode) ? postcode : (commune.postcodes[0] ?? ""),
    formerName,
  });
  if (words === "") return here.slice(0, most).map((commune) => shown(commune));
  if (here.length === 0 && words.length < leastLetters) return [];
  const beginning = (departments: readonly string[], among?: readonly Commune[]) =>
    namesIn(gazetteer, departments)
      .filter(
        (name) =>
          (among?.includes(name.commune) ?? true) &&
          (name.words.startsWith(words) || name.bare.startsWith(words)),
      )
      .sort(
        (a, b) =>
          Number(a.former) - Number(b.former) || b.commune.inhabitants - a.commune.inhabitants,
      );
  const found =
    here.length > 0
      ? beginning([...new Set(here.map(({ department }) => department))], here)
      : beginning(region);
  const names = found.length > 0 ? found : beginning([...gazetteer.byDepartment.keys()]);
  const suggestions = new Map<Commune, CommuneSuggestion>();
  for (const { commune, name, former } of names)
    if (!suggestions.has(commune)) suggestions.set(commune, shown(commune, former ? name : ""));
  if (suggestions.size === 0) {
    const place = understandPlace(typed.commune, gazetteer, region);
    const meant =
      place.kind === "communes" ? place.communes : place.kind === "nothing" ? place.nearest : [];
    for (const commune of meant)
      suggestions.set(
        commune,
        shown(
          commune,
          commune.formerNames.find((name) => placeKey(name) === placeKey(words)) ?? "",
        ),
      );
  }
  return [...suggestions.values()].slice(0, most);
}
