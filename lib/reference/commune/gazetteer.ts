import { placeWords, withoutArticle } from "./place-key";

/** A commune of today. */
export interface Commune {
  /** INSEE code. */
  code: string;
  name: string;
  /** Code of the department. */
  department: string;
  /** The official list's order: the main one first. */
  postcodes: readonly string[];
  inhabitants: number;
  /** Names of the communes that became part of it. */
  formerNames: readonly string[];
}

/** A name that a commune is found by, today's or a former one. */
interface KnownName {
  name: string;
  /** Its words joined by one space, to look for how it begins; without its article too. */
  words: string;
  bare: string;
  key: string;
  commune: Commune;
  former: boolean;
}

/** All communes, ready to be looked up by what people write. */
export interface Gazetteer extends Names {
  communes: readonly Commune[];
  byCode: ReadonlyMap<string, Commune>;
  byPostcode: ReadonlyMap<string, readonly Commune[]>;
}

interface Names {
  /** By {@link placeKey} of the name. */
  byName: ReadonlyMap<string, readonly Commune[]>;
  /** By the name without its article, where it has one. */
  byBareName: ReadonlyMap<string, readonly Commune[]>;
  byFormerName: ReadonlyMap<string, readonly Commune[]>;
  byDepartment: ReadonlyMap<string, readonly KnownName[]>;
  /** By a department and the letter they begin with, with or without their article: «54n». */
  byBeginning: ReadonlyMap<string, readonly KnownName[]>;
  /** The communes people look for far from home. */
  large: readonly KnownName[];
}

/** Inhabitants from which a commune is proposed wherever it lies. */
const largeFrom = 20_000;

function added<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function knownName(commune: Commune, name: string): KnownName {
  const words = placeWords(name);
  const [joined, bare] = [words.join(" "), withoutArticle(words).join(" ")];
  return { name, words: joined, bare, key: words.join(""), commune, former: name !== commune.name };
}

/**
 * Names are folded when the first of them is asked for: a code or a postcode needs none.
 * @param communes in any order; of several with one name the most peopled comes first
 */
export function gazetteerOf(communes: readonly Commune[]): Gazetteer {
  const sorted = [...communes].sort(
    (a, b) => b.inhabitants - a.inhabitants || a.code.localeCompare(b.code),
  );
  const byPostcode = new Map<string, Commune[]>();
  for (const commune of sorted)
    for (const postcode of commune.postcodes) added(byPostcode, postcode, commune);
  let made: Names | undefined;
  const names = () => (made ??= namesOf(sorted));
  return {
    communes: sorted,
    byCode: new Map(sorted.map((commune) => [commune.code, commune])),
    byPostcode,
    get byName() {
      return names().byName;
    },
    get byBareName() {
      return names().byBareName;
    },
    get byFormerName() {
      return names().byFormerName;
    },
    get byDepartment() {
      return names().byDepartment;
    },
    get byBeginning() {
      return names().byBeginning;
    },
    get large() {
      return names().large;
    },
  };
}

/** @param sorted the most peopled first */
function namesOf(sorted: readonly Commune[]): Names {
  const byName = new Map<string, Commune[]>();
  const byBareName = new Map<string, Commune[]>();
  const byFormerName = new Map<string, Commune[]>();
  const byDepartment = new Map<string, KnownName[]>();
  const byBeginning = new Map<string, KnownName[]>();
  const large: KnownName[] = [];
  const addName = (known: KnownName) => {
    const { department } = known.commune;
    added(byDepartment, department, known);
    for (const letter of new Set([known.words.charAt(0), known.bare.charAt(0)]))
      added(byBeginning, department + letter, known);
  };
  for (const commune of sorted) {
    const known = knownName(commune, commune.name);
    const { key } = known;
    const bare = known.bare.replaceAll(" ", "");
    added(byName, key, commune);
    if (bare !== key) added(byBareName, bare, commune);
    addName(known);
    if (commune.inhabitants >= largeFrom) large.push(known);
    for (const name of commune.formerNames) {
      const former = knownName(commune, name);
      if (former.key === key) continue;
      addName(former);
      added(byFormerName, former.key, commune);
    }
  }
  return { byName, byBareName, byFormerName, byDepartment, byBeginning, large };
}

/** The names known in some departments. */
export function namesIn(gazetteer: Gazetteer, departments: readonly string[]): KnownName[] {
  // Thousands at once: `flatMap` takes them one by one.
  return ([] as KnownName[]).concat(
    ...departments.map((code) => gazetteer.byDepartment.get(code) ?? []),
  );
}

/** Those of them that begin with these words, with or without their article. */
export function namesBeginning(
  gazetteer: Gazetteer,
  words: string,
  departments: readonly string[],
): KnownName[] {
  return departments
    .flatMap((code) => gazetteer.byBeginning.get(code + words.charAt(0)) ?? [])
    .filter((known) => known.words.startsWith(words) || known.bare.startsWith(words));
}
