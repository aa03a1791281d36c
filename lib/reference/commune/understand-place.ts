import { departmentsNamed, departmentsOfPostcode } from "./departments";
import { type Commune, type Gazetteer, namesBeginning, namesIn } from "./gazetteer";
import { likenessOf } from "./likeness";
import { keyWithoutArticle, placeKey, placeWords } from "./place-key";
import { type ReadPlace, readPlace } from "./read-place";

/** How a commune was found. */
type FoundBy = "postcode" | "name" | "formerName" | "beginning";

/** What a text means as a place. */
export type Place =
  | {
      kind: "communes";
      /** At least one; the likeliest first. */
      communes: readonly [Commune, ...Commune[]];
      by: FoundBy;
      /** Kilometres around it that were typed; null where none were. */
      kilometres: number | null;
    }
  /** One department, or all of a region; never empty. */
  | { kind: "departments"; departments: readonly string[] }
  | {
      kind: "nothing";
      /**
       * `empty`: nothing that could be a place · `name`: a name nobody knows · `postcode`: figures
       * that are nobody's · `cedex`: perhaps a CEDEX code, and no name beside it · `elsewhere`: a
       * commune that has not this postcode or department.
       */
      why: "empty" | "name" | "postcode" | "cedex" | "elsewhere";
      /** Communes that may be meant, the likeliest first. */
      nearest: readonly Commune[];
    };

/** As many as a list shows. */
const mostCommunes = 10;
const mostNearest = 3;

/**
 * What a place that somebody typed means: a commune by its name (today's or a former one), its
 * postcode or its CEDEX line; a department or a region; or nothing, with what may be meant. The one
 * place where such writing is understood: form, import, search and moderation ask it alike.
 * @param typed as people write it, see {@link readPlace}; any text
 * @param gazetteer all communes, see `gazetteer()` in queries/gazetteer.ts
 * @param region departments whose communes come first, and are found by how their name begins
 * @param proposes whether a name nobody knows is compared with those that may be meant, which takes
 * milliseconds
 */
export function understandPlace(
  typed: string,
  gazetteer: Gazetteer,
  region: readonly string[],
  proposes = true,
): Place {
  const read = readPlace(typed);
  const { names, postcode, departments } = read;
  if (names.length === 0 && postcode === "")
    return departments.length > 0
      ? { kind: "departments", departments }
      : { kind: "nothing", why: "empty", nearest: [] };
  if (names.length === 0) return byPostcode(read, gazetteer, region);
  const meant = departmentsMeant(read, gazetteer, region);
  if (meant.length > 0) return { kind: "departments", departments: meant };
  const known = communesCalled(read, gazetteer, region);
  const [first, ...others] = known.communes.filter((commune) => agrees(commune, read, gazetteer));
  if (first) {
    const communes = [first, ...others].slice(0, mostCommunes) as [Commune, ...Commune[]];
    return { kind: "communes", communes, by: known.by, kilometres: read.kilometres };
  }
  const here = inRegionFirst(gazetteer.byPostcode.get(postcode) ?? [], region);
  const called = [...known.communes, ...known.elsewhere];
  if (called.length > 0)
    return {
      kind: "nothing",
      why: "elsewhere",
      nearest: [...called.slice(0, 1), ...here].slice(0, mostNearest),
    };
  // A postcode says which commune is meant, whatever the name beside it.
  if (here.length > 0) return byPostcode(read, gazetteer, region);
  return {
    kind: "nothing",
    why: "name",
    nearest: proposes ? nearestTo(read, gazetteer, region) : [],
  };
}

/** What a postcode alone means; one that is nobody's may be a CEDEX code. */
function byPostcode(read: ReadPlace, gazetteer: Gazetteer, region: readonly string[]): Place {
  const { postcode, kilometres } = read;
  const [first, ...others] = inRegionFirst(gazetteer.byPostcode.get(postcode) ?? [], region);
  if (first) return { kind: "communes", communes: [first, ...others], by: "postcode", kilometres };
  const nearest = likelyOfCedex(postcode, gazetteer);
  return { kind: "nothing", why: nearest.length > 0 ? "cedex" : "postcode", nearest };
}

/**
 * The communes that a CEDEX code without a name is most likely of: those of its department, first
 * those whose postcodes begin alike, the most peopled first. There is no open list of CEDEX codes.
 */
function likelyOfCedex(code: string, gazetteer: Gazetteer): Commune[] {
  const communes = departmentsOfPostcode(code).flatMap((department) =>
    namesIn(gazetteer, [department]).flatMap(({ commune, former }) => (former ? [] : commune)),
  );
  const alike = ({ postcodes }: Commune) =>
    postcodes.some((postcode) => postcode.startsWith(code.slice(0, 3)));
  return communes
    .sort((a, b) => Number(alike(b)) - Number(alike(a)) || b.inhabitants - a.inhabitants)
    .slice(0, mostNearest);
}

/**
 * The departments a name stands for. A department of the region wins over a commune of its name
 * («Aube»), a commune that lies in its namesake («Paris») over the department.
 */
function departmentsMeant(
  { names, postcode, departments }: ReadPlace,
  gazetteer: Gazetteer,
  region: readonly string[],
): readonly string[] {
  if (postcode !== "") return [];
  for (const { name, departments: beside } of names) {
    const named = departmentsNamed(name);
    const [only = ""] = named;
    if (named.length === 0 || beside.length > 0) continue;
    if (departments.length > 0 && departments.join() !== named.join()) continue;
    const communes = gazetteer.byName.get(placeKey(name)) ?? [];
    if (communes.some(({ department }) => department === only)) continue;
    // «Champagne» is the region where one lives in it, a commune elsewhere.
    if (communes.length === 0 || named.some((code) => region.includes(code))) return named;
  }
  return [];
}

/**
 * Communes of the first of the names that anyone knows, in the departments typed beside it; and
 * those of the name in other ones.
 */
function communesCalled(
  { names, departments, postcode }: ReadPlace,
  gazetteer: Gazetteer,
  region: readonly string[],
): { communes: Commune[]; elsewhere: Commune[]; by: FoundBy } {
  const elsewhere: Commune[] = [];
  for (const { name, departments: beside } of names) {
    const wanted = [...departments, ...beside];
    const isThere = ({ department }: Commune) => wanted.length === 0 || wanted.includes(department);
    const key = placeKey(name);
    const called = gazetteer.byName.get(key) ?? [];
    const exact = called.length > 0 ? called : calledButForArticle(name, gazetteer);
    const found = inRegionFirst(exact.filter(isThere), region);
    // «Mont (65)», as the portal itself writes a commune, leaves no doubt.
    if (found.length > 0 && wanted.length > 0) return { communes: found, elsewhere, by: "name" };
    // Who types the whole of one name may mean the beginning of another.
    const beginning = beginningWith(name, gazetteer, wanted.length > 0 ? wanted : region);
    const former = inRegionFirst((gazetteer.byFormerName.get(key) ?? []).filter(isThere), region);
    const communes = regionFirst([...new Set([...found, ...former, ...beginning])], region);
    const by = found.length > 0 ? "name" : former.length > 0 ? "formerName" : "beginning";
    if (communes.length > 0) return { communes, elsewhere, by };
    const there = postcode === "" ? [] : ofPostcodeBeginningWith(name, postcode, gazetteer);
    if (there.length > 0) return { communes: there, elsewhere, by: "beginning" };
    elsewhere.push(...inRegionFirst(exact, region));
  }
  return { communes: [], elsewhere, by: "name" };
}

/** «Ban St Martin», «Wantzenau», or an article that the name has not. */
function calledButForArticle(name: string, gazetteer: Gazetteer): readonly Commune[] {
  const bare = keyWithoutArticle(name);
  return (
    gazetteer.byBareName.get(placeKey(name)) ??
    gazetteer.byBareName.get(bare) ??
    gazetteer.byName.get(bare) ??
    []
  );
}

/** Letters that a beginning has at least. */
const leastBeginning = 3;

function beginningWith(
  name: string,
  gazetteer: Gazetteer,
  departments: readonly string[],
): Commune[] {
  const words = placeWords(name).join(" ");
  if (words.length < leastBeginning) return [];
  return [
    ...new Set(
      namesBeginning(gazetteer, words, departments)
        .filter((known) => known.words.startsWith(words))
        .sort((a, b) => b.commune.inhabitants - a.commune.inhabitants)
        .map(({ commune }) => commune),
    ),
  ];
}

/** «57050 Metz Queuleu»: more words than the name has, where the postcode says which is meant. */
function ofPostcodeBeginningWith(name: string, postcode: string, gazetteer: Gazetteer): Commune[] {
  const words = `${placeWords(name).join(" ")} `;
  return (gazetteer.byPostcode.get(postcode) ?? []).filter((commune) =>
    words.startsWith(`${placeWords(commune.name).join(" ")} `),
  );
}

/**
 * Whether a commune can be the one of the postcode typed beside it: one of its own, or a CEDEX code
 * of its department.
 */
function agrees(commune: Commune, { postcode, isCedex }: ReadPlace, gazetteer: Gazetteer): boolean {
  if (postcode === "" || commune.postcodes.includes(postcode)) return true;
  return (
    (isCedex || !gazetteer.byPostcode.has(postcode)) &&
    departmentsOfPostcode(postcode).includes(commune.department)
  );
}

function inRegionFirst(communes: readonly Commune[], region: readonly string[]): Commune[] {
  return [...communes].sort(
    (a, b) =>
      Number(region.includes(b.department)) - Number(region.includes(a.department)) ||
      b.inhabitants - a.inhabitants,
  );
}

/** The same without any other order than the one there is. */
function regionFirst(communes: readonly Commune[], region: readonly string[]): Commune[] {
  const isHere = ({ department }: Commune) => region.includes(department);
  return [...communes.filter(isHere), ...communes.filter((commune) => !isHere(commune))];
}

/** Of a name nobody knows, from 0 to 1, how alike the names must be that may be meant. */
const alikeFrom = 0.6;

/** Known communes whose names are like what was typed, the likest first. */
function nearestTo(
  { names, departments }: ReadPlace,
  gazetteer: Gazetteer,
  region: readonly string[],
): Commune[] {
  const typed = names.at(-1);
  if (!typed) return [];
  const key = placeKey(typed.name);
  const words = placeWords(typed.name).join(" ");
  const wanted = [...departments, ...typed.departments];
  const known =
    wanted.length > 0
      ? namesIn(gazetteer, wanted)
      : [...namesIn(gazetteer, region), ...gazetteer.large];
  const likeness = new Map<Commune, number>();
  for (const name of known) {
    const alike = isPartOf(name.words, words) ? 0.9 : likenessOf(key, name.key, alikeFrom);
    if (alike >= alikeFrom && alike > (likeness.get(name.commune) ?? 0))
      likeness.set(name.commune, alike);
  }
  const likest = Math.max(...likeness.values());
  return [...likeness]
    .filter(([, alike]) => alike > likest - 0.1)
    .sort(([a, alikeA], [b, alikeB]) => alikeB - alikeA || b.inhabitants - a.inhabitants)
    .slice(0, mostNearest)
    .map(([commune]) => commune);
}

/** «CHRU Nancy», «Nancy Brabois», «Mézières»: whole words of one that are the other. */
function isPartOf(known: string, typed: string): boolean {
  if (!typed.includes(known) && !known.includes(typed)) return false;
  return (
    ` ${typed} `.includes(` ${known} `) ||
    (typed.length >= 5 && ` ${known} `.includes(` ${typed} `))
  );
}
