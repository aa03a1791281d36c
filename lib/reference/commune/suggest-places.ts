import { departmentName, departmentsBeginning } from "./departments";
import type { Gazetteer } from "./gazetteer";
import { communeWords } from "./labels";
import { placeWords, withoutArticle } from "./place-key";
import { readPlace } from "./read-place";
import { suggestCommunes } from "./suggest-communes";
import { understandPlace } from "./understand-place";

/** A place to choose while one types. */
export interface PlaceSuggestion {
  /** `understandPlace` reads it as just this place: «Nancy (54)», «Vosges (88)». */
  text: string;
  /** Of a commune; empty for a department. */
  postcode: string;
  /** The former name a commune was found by; empty for today's. */
  formerName: string;
}

const most = 8;
/** Letters before a department is proposed. */
const leastLetters = 2;

/**
 * The places that what is being typed may become: departments of the region, communes, and
 * departments elsewhere. Kilometres that were typed stay beside what is proposed.
 * @param typed what stands in the one field so far
 */
export function suggestPlaces(
  typed: string,
  gazetteer: Gazetteer,
  region: readonly string[],
): PlaceSuggestion[] {
  const read = readPlace(typed);
  const around = read.kilometres === null ? "" : `, ${read.kilometres} km`;
  const departments = departmentsMeant(typed)
    .map((code) => ({ code, text: communeWords({ name: departmentName(code), department: code }) }))
    .filter(({ text }) => understandPlace(text, gazetteer, region).kind === "departments");
  const isHere = ({ code }: { code: string }) => region.includes(code);
  const proposed = (found: typeof departments): PlaceSuggestion[] =>
    found.map(({ text }) => ({ text, postcode: "", formerName: "" }));
  const communes = suggestCommunes({ postcode: "", commune: typed }, gazetteer, region);
  return [
    ...proposed(departments.filter(isHere)),
    ...communes.map(({ postcode, formerName, ...commune }) => ({
      text: `${communeWords(commune)}${around}`,
      postcode,
      formerName,
    })),
    ...proposed(departments.filter((department) => !isHere(department))),
  ].slice(0, most);
}

/** Departments by their number alone, or by how a name begins. */
function departmentsMeant(typed: string): readonly string[] {
  const { names, postcode, departments } = readPlace(typed);
  if (names.length === 0 && postcode === "") return departments;
  const words = names
    .map(({ name }) => withoutArticle(placeWords(name)).join(" "))
    .filter((name) => name.length >= leastLetters);
  return [...new Set(words.flatMap(departmentsBeginning))];
}
