import { type Commune, type Gazetteer, namesBeginning } from "./gazetteer";
import { placeKey, placeWords } from "./place-key";
import { readPlace } from "./read-place";
import { understandPlace } from "./understand-place";

/** A commune to choose while one types. */
export interface CommuneSuggestion {
  /** Understood in the field of the commune, with the postcode beside it. */
  name: string;
  department: string;
  postcode: string;
  /** The former name it was found by; empty for today's. */
  formerName: string;
}

const most = 8;
/** Letters before anything is proposed, where no postcode narrows it down. */
const leastLetters = 2;

/**
 * The communes whose names begin as what is being typed: those of the postcode where there is one,
 * else of the department typed beside the name, else the region's, else any. Three or four figures
 * begin a postcode. What begins nothing is understood as a whole.
 * @param typed what stands in the two fields so far
 */
export function suggestCommunes(
  typed: { postcode: string; commune: string },
  gazetteer: Gazetteer,
  region: readonly string[],
): CommuneSuggestion[] {
  const read = readPlace(typed.commune);
  const figures =
    readPlace(typed.postcode).postcode ||
    read.postcode ||
    (/^\s*(\d{3,4})\s*$/.exec(typed.commune)?.[1] ?? "");
  const here = ofPostcodesBeginning(figures, gazetteer);
  const words = placeWords(read.names[0]?.name ?? "").join(" ");
  if (words === "" ? figures === "" : here.length === 0 && words.length < leastLetters) return [];
  const suggestions = new Map<Commune, CommuneSuggestion>();
  const add = (commune: Commune, formerName = "") => {
    const { name, department, postcodes } = commune;
    const postcode =
      (figures && postcodes.find((each) => each.startsWith(figures))) || (postcodes[0] ?? "");
    if (!suggestions.has(commune))
      suggestions.set(commune, { name, department, postcode, formerName });
  };
  const beginning = (departments: readonly string[], among?: readonly Commune[]) =>
    namesBeginning(gazetteer, words, departments)
      .filter((name) => among?.includes(name.commune) ?? true)
      .sort(
        (a, b) =>
          Number(a.former) - Number(b.former) || b.commune.inhabitants - a.commune.inhabitants,
      );
  if (words === "") for (const commune of here) add(commune);
  else {
    const found =
      here.length > 0
        ? beginning([...new Set(here.map(({ department }) => department))], here)
        : beginning(read.departments.length > 0 ? read.departments : region);
    const names = found.length > 0 ? found : beginning([...gazetteer.byDepartment.keys()]);
    for (const { commune, name, former } of names) add(commune, former ? name : "");
  }
  if (suggestions.size === 0) {
    const place = understandPlace(words === "" ? figures : typed.commune, gazetteer, region);
    const meant =
      place.kind === "communes" ? place.communes : place.kind === "nothing" ? place.nearest : [];
    for (const commune of meant)
      add(commune, commune.formerNames.find((name) => placeKey(name) === placeKey(words)) ?? "");
  }
  return [...suggestions.values()].slice(0, most);
}

/** The communes of a postcode, or of those that begin so; the most peopled first. */
function ofPostcodesBeginning(figures: string, gazetteer: Gazetteer): readonly Commune[] {
  if (figures === "") return [];
  return (
    gazetteer.byPostcode.get(figures) ??
    gazetteer.communes.filter(({ postcodes }) =>
      postcodes.some((postcode) => postcode.startsWith(figures)),
    )
  );
}
