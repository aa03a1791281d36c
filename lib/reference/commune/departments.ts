import departments from "@etalab/decoupage-administratif/data/departements.json";
import regions from "@etalab/decoupage-administratif/data/regions.json";
import { placeKey, placeWords } from "./place-key";

const official = departments as { code: string; nom: string; region?: string }[];

const names: ReadonlyMap<string, string> = new Map(official.map(({ code, nom }) => [code, nom]));

/** Regions until 2015, which people go on naming. */
const formerRegions: Readonly<Record<string, string>> = {
  Alsace: "67 68",
  Aquitaine: "24 33 40 47 64",
  Auvergne: "03 15 43 63",
  "Basse-Normandie": "14 50 61",
  Bourgogne: "21 58 71 89",
  Champagne: "08 10 51 52",
  "Champagne-Ardenne": "08 10 51 52",
  "Champagne-Ardennes": "08 10 51 52",
  "Franche-Comté": "25 39 70 90",
  "Haute-Normandie": "27 76",
  "Languedoc-Roussillon": "11 30 34 48 66",
  Limousin: "19 23 87",
  Lorraine: "54 55 57 88",
  "Midi-Pyrénées": "09 12 31 32 46 65 81 82",
  "Nord-Pas-de-Calais": "59 62",
  Picardie: "02 60 80",
  "Poitou-Charentes": "16 17 79 86",
  "Rhône-Alpes": "01 07 26 38 42 69 73 74",
};

/** «Vosges» for «88»; the code itself when it is no department's. */
export function departmentName(code: string): string {
  return names.get(code) ?? code;
}

/** «Vosges (88)». */
export function departmentInWords(code: string): string {
  return `${departmentName(code)} (${code})`;
}

/** The departments of the agency's region as choices, in the order of its configuration. */
export function departmentsOfRegion(codes: readonly string[]): { value: string; label: string }[] {
  return codes.map((code) => ({ value: code, label: departmentInWords(code) }));
}

const departmentsByName: ReadonlyMap<string, readonly string[]> = new Map<
  string,
  readonly string[]
>([
  ...Object.entries(formerRegions).map(
    ([name, codes]) => [placeKey(name), codes.split(" ")] as const,
  ),
  ...(regions as { code: string; nom: string }[]).map(
    ({ code, nom }) =>
      [
        placeKey(nom),
        official.filter(({ region }) => region === code).map((each) => each.code),
      ] as const,
  ),
  ...official.map(({ code, nom }) => [placeKey(nom), [code]] as const),
]);

/** Words people put before the name of a department. */
const before = /^(?:(?:departement|region|dans|en|de|du|des|d|la|le|les|l) )+/;

/**
 * The departments of a name: one, or all of a region, a former one too («les Vosges», «Alsace»);
 * empty for what is neither.
 */
export function departmentsNamed(name: string): readonly string[] {
  const words = placeWords(name).join(" ");
  return (
    departmentsByName.get(placeKey(words)) ??
    departmentsByName.get(placeKey(words.replace(before, ""))) ??
    []
  );
}

/** The departments whose names begin with these words ({@link placeWords}). */
export function departmentsBeginning(words: string): string[] {
  return official
    .filter(({ nom }) => placeWords(nom).join(" ").startsWith(words))
    .map(({ code }) => code);
}

/** The departments of a number as people write it: «88», «2a», «974»; «20» is both of Corsica. */
export function departmentsNumbered(number: string): readonly string[] {
  const code = number.toUpperCase();
  if (code === "20") return ["2A", "2B"];
  return names.has(code) ? [code] : [];
}

/** The department that a postcode or a CEDEX code belongs to, by its first figures. */
export function departmentsOfPostcode(postcode: string): readonly string[] {
  return departmentsNumbered(/^9[78]/.test(postcode) ? postcode.slice(0, 3) : postcode.slice(0, 2));
}
