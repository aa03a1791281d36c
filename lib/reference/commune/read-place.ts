import { departmentsNamed, departmentsNumbered } from "./departments";
import { foldedPlace, placeKey } from "./place-key";

/** What somebody typed to name a place, taken apart; a part that was not typed is empty. */
export interface ReadPlace {
  /** What may be its name, the likeliest first, each with the departments typed beside it. */
  names: readonly { name: string; departments: readonly string[] }[];
  /** Five figures, a CEDEX code perhaps. */
  postcode: string;
  /** Departments by number («54», «(2A)»). */
  departments: readonly string[];
  /** The word CEDEX stands there. */
  isCedex: boolean;
  /** Of Paris, Lyon or Marseille; null where none is typed. */
  arrondissement: number | null;
  /** Kilometres around it («à 30 km de Metz»); null where none are typed. */
  kilometres: number | null;
}

/** Longer than any address line. */
const limit = 120;

const box = /\b(?:b\.? ?p\.?|c\.? ?s\.?|tsa) ?(?:n ?[o°]? ?)?(?:\d{2} \d{3}(?= +\d)|\d{1,5})\b/;
const cedex = /\b(?:cedex|cdx)\b(?:[ .-]*(?:n ?[o°]? ?)?(\d{1,2})\b(?!\d))?/;
const postcode = /(?:(?<![a-z0-9])fr?[ -]?)?(?<!\d)(\d{5}|\d{2}[ .]\d{3})(?!\d)/;
const ordinal = /(?<= |^)(\d{1,2}) ?(?:er?|eme|ieme|nd)\b(?: ?(?:arrondissement|arrdt|arr)\b\.?)?/;
const around =
  /^(?:(?:a|dans un rayon de|moins de|environ) )*(\d{1,3}) ?(?:(h|heures?)|kms?|kilometres?|mn|min(?:ute)?s?)\b(?: (?:autour|en voiture|en train|de route)\b)?/;
const aroundBehind =
  /[ ,(]+(?:a |\+ ?)?(\d{1,3}) ?(?:kms?|kilometres?)\b(?: (?:autour|a la ronde))?\)?$/;
/** What stands around the number of a department. */
const aroundNumber = /^(?:(?:dans|le|du|de|departements?|depts?|dpts?|dep)\b[ .]*)+$/;
/** A number of a department, in front or behind: «54 - Nancy», «Nancy (54)», «Nancy, 54». */
const numberBehind = /(?:^|[ ,;/(-]+)(\d{2,3}|2[ab])[ )]*$/;
const numberBefore = /^\(?(\d{2,3}|2[ab])\)?(?= *[-,: ] *[a-z])/;
const articleBehind = /[ ,]*(?:\((la|le|les|l')\)|, ?(la|le|les|l'))$/;
const namedBehind = /[ ,]*[(,] ?([a-z][a-z' -]*)\)?$/;
const country = /[ ,(-]+france\)?$/;
/** What people write before a place they look for something at. */
const preposition =
  /^(?:(?:(?:pas|non) (?:trop )?loin|(?:nord|sud|est|ouest)(?= d)|grand|(?:euro)?metropole|centre(?:[ -]ville)?|communaute (?:urbaine|d'agglomeration|de communes)|(?:tout |juste |le plus )?(?:pres|proche)|autour|aux? alentours?|alentours?|aux? environs?|environs?|a cote|a proximite|proximite|(?:dans )?(?:le |la )?(?:region|secteur|agglomeration|agglo|bassin|commune|ville|village)|dans|vers|sur|chez|a|au|aux|en|de|du|des)(?: (?=\S)|(?= d'))|d'(?! ))+/;
const behind =
  /[ ,(-]+(?:(?:et|ou) (?:ses |les |sa )?(?:environs|alentours|region|peripherie)|centre(?:[ -]ville)?|agglo(?:meration)?|metropole|nord|sud|est|ouest)\)?$/;

function taken(text: string, pattern: RegExp): [rest: string, found: RegExpExecArray | null] {
  const found = pattern.exec(text);
  if (!found) return [text, null];
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  return [trimmed(rest), found];
}

function trimmed(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\( ?\)/g, "")
    .replaceAll(/^[ ,;:/–—-]+|[ ,;:/–—-]+$/g, "");
}

const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
const romanNumbers: ReadonlyMap<string, number> = new Map(
  [...romans, ...romans.map((roman) => `x${roman}`)].map((roman, index) => [roman, index + 1]),
);

/** «Paris 12», «Lyon III», «Paris Cedex 12»: towns whose number is an arrondissement. */
const divided = /^(paris|lyon|marseille)[ -]+(?:(\d{1,2})|([ivx]+)e?)$/;
const mostArrondissements: Readonly<Record<string, number>> = { paris: 20, lyon: 9, marseille: 16 };

/**
 * Takes apart what people write to name a place: «Nancy», «nancy 54», «57 000 Metz», «54035 NANCY
 * CEDEX», «BP 60320 – 54000 Nancy Cedex 01», «Wantzenau (La)», «Paris 12e», «Troyes (Aube)»,
 * «les Vosges», «à 20 km de Toul». Reads any text; whether there is such a place is not its
 * question.
 */
export function readPlace(typed: string): ReadPlace {
  let text = trimmed(foldedPlace(typed.slice(0, limit)));
  const several = departmentsListed(text);
  if (several.length > 0)
    return {
      names: [],
      postcode: "",
      departments: several,
      isCedex: false,
      arrondissement: null,
      kilometres: null,
    };
  let found: RegExpExecArray | null;
  [text] = taken(text, box);
  [text, found] = taken(text, cedex);
  const isCedex = found !== null;
  const cedexNumber = Number(found?.[1] ?? 0);
  const line = text;
  [text, found] = taken(text, postcode);
  const code = (found?.[1] ?? "").replace(/\D/, "");
  // «29 rue de la Paix, 54000 Nancy»: behind the postcode of a whole address stands its commune.
  const behindCode = found ? trimmed(line.slice(found.index + found[0].length)) : "";
  [text] = taken(text, country);
  [text, found] = taken(text, around);
  // On a road a minute is about a kilometre.
  let kilometres = found ? Number(found[1]) * (found[2] ? 60 : 1) : null;
  if (kilometres === null) {
    [text, found] = taken(text, aroundBehind);
    kilometres = found ? Number(found[1]) : null;
  }
  [text, found] = taken(text, ordinal);
  let arrondissement = found ? Number(found[1]) : null;
  const town = divided.exec(text);
  if (town?.[1]) {
    const number = town[2] ? Number(town[2]) : (romanNumbers.get(town[3] ?? "") ?? 0);
    const isDepartment = town[1] === "marseille" && town[2] === "13";
    if (!isDepartment && number >= 1 && number <= (mostArrondissements[town[1]] ?? 0)) {
      text = town[1];
      arrondissement = number;
    }
  } else if (cedexNumber > 0 && text in mostArrondissements) arrondissement = cedexNumber;
  let departments: readonly string[] = [];
  for (const pattern of [numberBehind, numberBefore]) {
    const [rest, number] = taken(text, pattern);
    const numbered = departmentsNumbered(number?.[1] ?? "");
    if (numbered.length === 0) continue;
    // Before a whole address a number is a house's.
    [text, departments] = [rest.replace(aroundNumber, ""), code === "" ? numbered : []];
    break;
  }
  return {
    names: namesOf(text, behindCode),
    postcode: code,
    departments,
    isCedex,
    arrondissement,
    kilometres,
  };
}

/** The departments of «54/57», «Vosges et Meuse»; empty unless all that is listed is one. */
function departmentsListed(text: string): readonly string[] {
  const listed = text.split(/ ?[,;/+&] ?| (?:et|ou) /);
  if (listed.length < 2 || departmentsNamed(text).length > 0) return [];
  const found = listed.map((each) => {
    const numbered = departmentsNumbered(each.replace(/^(?:dans )?(?:le|du) /, ""));
    return numbered.length > 0 ? numbered : departmentsNamed(each);
  });
  return found.some((each) => each.length === 0) ? [] : [...new Set(found.flat())];
}

/** What a text may name, without what stands around a name. */
function namesOf(text: string, behindCode: string): ReadPlace["names"] {
  const names: { name: string; departments: readonly string[] }[] = [];
  const add = (name: string, departments: readonly string[] = []) => {
    if (/[a-z]/.test(name)) names.push({ name, departments });
  };
  const article = articleBehind.exec(text);
  if (article) add(`${article[1] ?? article[2] ?? ""} ${trimmed(text.slice(0, article.index))}`);
  add(text);
  // «Bar/Aube», «Ste-Marie/Mines»: the stroke stands for a little word.
  if (/[a-z]{2} ?\/ ?[a-z]/.test(text))
    for (const word of ["sur", "aux", "sous"]) add(text.replaceAll(/ ?\/ ?/g, ` ${word} `));
  const place = trimmed(text.replace(preposition, "").replace(behind, ""));
  if (place !== text) add(place);
  const named = namedBehind.exec(place);
  if (named?.[1]) {
    const departments = departmentsNamed(named[1]);
    if (departments.length > 0) add(trimmed(place.slice(0, named.index)), departments);
  }
  // «Troyes Aube»: the last words are a department's.
  const words = place.split(" ");
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const departments = departmentsNamed(words.slice(-count).join(" "));
    if (departments.length === 0) continue;
    add(words.slice(0, -count).join(" "), departments);
    break;
  }
  if (behindCode !== "") add(behindCode);
  return names.filter(
    (each, index) =>
      names.findIndex((other) => placeKey(other.name) === placeKey(each.name)) === index ||
      each.departments.length > 0,
  );
}
