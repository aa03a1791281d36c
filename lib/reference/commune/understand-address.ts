import { type Commune, type Gazetteer } from "./gazetteer";
import { placeKey } from "./place-key";
import { readPlace } from "./read-place";
import { understandPlace } from "./understand-place";

/** The last line of an address, as it was typed into its fields. */
export interface TypedAddress {
  postcode: string;
  /** A name as people write it, a whole last line, or an INSEE code. */
  commune: string;
  /** The CEDEX line that was understood before, where the form keeps one. */
  cedex?: string | undefined;
}

/** What keeps an address from being understood. */
export type AddressProblem =
  | "communeMissing"
  | "communeUnknown"
  | "communeAmbiguous"
  | "notOfPostcode"
  | "postcodeMalformed"
  | "postcodeUnknown"
  | "postcodeAmbiguous"
  | "cedexAlone"
  | "outsideRegion";

export type UnderstoodAddress =
  | {
      ok: true;
      commune: Commune;
      /** One of the commune's own, where one goes. */
      postcode: string;
      /** Where the mail goes, where that is a CEDEX: «54035 NANCY CEDEX»; else empty. */
      cedex: string;
    }
  | {
      ok: false;
      /** The field to put right. */
      field: "postcode" | "commune";
      problem: AddressProblem;
      /** What was typed as the commune. */
      typed: string;
      /** The five figures that were typed, or what stands in their field. */
      code: string;
      /** Communes that may be meant, the likeliest first. */
      nearest: readonly Commune[];
    };

const inseeCode = /^\d[\dAB]\d{3}$/i;

/**
 * What the fields of an address mean. Either field takes any writing: a CEDEX line pasted into the
 * postcode, a name alone, a postcode that has one commune.
 * @param typed as it stands in the fields
 * @param region departments whose communes are meant first
 * @param proposes see {@link understandPlace}
 */
export function understandAddress(
  typed: TypedAddress,
  gazetteer: Gazetteer,
  region: readonly string[],
  proposes = true,
): UnderstoodAddress {
  const [inPostcode, inCommune] = [readPlace(typed.postcode), readPlace(typed.commune)];
  const own = gazetteer.byPostcode.get(inPostcode.postcode);
  // What a list of choices sent, or a spreadsheet holds; of another postcode it says nothing.
  const isCode = inseeCode.test(typed.commune.trim());
  const coded = isCode ? gazetteer.byCode.get(typed.commune.trim().toUpperCase()) : undefined;
  const isOwnCode =
    coded?.postcodes.includes(inPostcode.postcode) ||
    (inPostcode.postcode === "" && !gazetteer.byPostcode.has(typed.commune.trim()));
  const codedPostcode = coded && isOwnCode ? postcodeOf(coded, inPostcode.postcode, null) : null;
  if (coded && codedPostcode !== null)
    return { ok: true, commune: coded, postcode: codedPostcode, cedex: "" };
  const commune = coded && own ? "" : typed.commune;
  const hasName = inCommune.names.length > 0 && commune !== "";
  const code = inPostcode.postcode || inCommune.postcode;
  // The name of the commune's own field counts, and a code beside it there.
  const besides = inCommune.postcode === "" ? inPostcode.postcode : "";
  const line = hasName ? `${besides} ${commune}` : `${typed.postcode} ${commune}`;
  // «O8000» beside a name: nobody would know that it was passed over.
  const isMalformed =
    /[\p{L}\d]/u.test(typed.postcode) &&
    inPostcode.postcode === "" &&
    (hasName || inPostcode.names.length === 0);
  const place = understandPlace(line, gazetteer, region, proposes);
  const problem = (
    field: "postcode" | "commune",
    kind: AddressProblem,
    nearest: readonly Commune[] = [],
  ): UnderstoodAddress => ({
    ok: false,
    field,
    problem: kind,
    typed: commune.trim(),
    code: code || typed.postcode.trim(),
    nearest,
  });
  if (isMalformed) return problem("postcode", "postcodeMalformed");
  if (place.kind === "departments") return problem("commune", "communeUnknown");
  if (place.kind === "nothing") {
    const { nearest } = place;
    if (place.why === "cedex") return problem("commune", "cedexAlone", nearest);
    if (place.why === "postcode") return problem("postcode", "postcodeUnknown");
    if (place.why === "elsewhere" && code !== "")
      return problem("commune", "notOfPostcode", nearest);
    if (place.why === "empty") return problem("commune", "communeMissing");
    return problem("commune", "communeUnknown", nearest);
  }
  const [first, second] = place.communes;
  if (hasName && place.by === "postcode")
    return problem("commune", "notOfPostcode", nearestOf(commune, place.communes));
  if (!hasName && inPostcode.names.length === 0 && second)
    return problem("commune", "communeMissing", place.communes);
  const isOnly =
    !second ||
    place.by === "postcode" ||
    isSole(place.communes, hasName ? commune : typed.postcode, region);
  if (!isOnly) return problem("commune", "communeAmbiguous", place.communes);
  if (own && !own.includes(first) && besides === "")
    return problem("commune", "notOfPostcode", [first]);
  const read = readPlace(line);
  const chosen = first.postcodes.includes(inPostcode.postcode)
    ? inPostcode.postcode
    : read.postcode;
  const postcode = postcodeOf(first, chosen, read.arrondissement);
  const isCedex =
    read.isCedex || (read.postcode !== "" && !first.postcodes.includes(read.postcode));
  if (postcode === null)
    return isCedex
      ? {
          ok: true,
          commune: first,
          postcode: first.postcodes[0] ?? "",
          cedex: cedexLine(line),
        }
      : problem("postcode", "postcodeAmbiguous", [first]);
  return {
    ok: true,
    commune: first,
    postcode,
    cedex: isCedex ? cedexLine(line) : keptCedex(typed.cedex ?? "", first, gazetteer, region),
  };
}

/**
 * Whether the first of several communes is meant: the only one of exactly this name in the region,
 * or at all.
 */
function isSole(communes: readonly Commune[], typed: string, region: readonly string[]): boolean {
  const keys = new Set(readPlace(typed).names.map(({ name }) => placeKey(name)));
  const called = communes.filter(({ name }) => keys.has(placeKey(name)));
  if (called[0] !== communes[0]) return false;
  const here = called.filter(({ department }) => region.includes(department));
  return (here.length > 0 ? here : called).length === 1;
}

/** The postcode of a commune that was meant; null where the commune has several. */
function postcodeOf(
  { name, postcodes }: Commune,
  typed: string,
  arrondissement: number | null,
): string | null {
  if (postcodes.includes(typed)) return typed;
  const [first = "", ...others] = postcodes;
  if (others.length === 0) return first;
  if (arrondissement === null || !["Paris", "Lyon", "Marseille"].includes(name)) return null;
  const numbered = `${first.slice(0, 3)}${String(arrondissement).padStart(2, "0")}`;
  return postcodes.includes(numbered) ? numbered : null;
}

/** «54035 Nancy» → «54035 NANCY CEDEX», as the post writes it. */
function cedexLine(line: string): string {
  const words = line.replaceAll(/\s+/g, " ").trim().toUpperCase();
  return /\bC[EÉ]DEX\b/.test(words) ? words : `${words} CEDEX`;
}

/** A CEDEX line that was understood before stays with its commune, and goes with it. */
function keptCedex(
  line: string,
  commune: Commune,
  gazetteer: Gazetteer,
  region: readonly string[],
): string {
  const place = line === "" ? null : understandPlace(line, gazetteer, region);
  return place?.kind === "communes" && place.communes.includes(commune) ? line.trim() : "";
}

/** Communes of a postcode, those first whose names begin as what was typed. */
function nearestOf(typed: string, communes: readonly Commune[]): Commune[] {
  const begin = placeKey(typed).slice(0, 2);
  const isAlike = ({ name }: Commune) => placeKey(name).startsWith(begin);
  return [...communes.filter(isAlike), ...communes.filter((each) => !isAlike(each))];
}

/**
 * An address where the agency's students go: one outside the region is refused until it is
 * confirmed.
 * @param confirmed INSEE code of the commune somebody confirmed, or nothing
 */
export function understoodWithin(
  address: UnderstoodAddress,
  region: readonly string[],
  confirmed: string,
): UnderstoodAddress {
  if (!address.ok) return address;
  const { commune, postcode } = address;
  if (region.includes(commune.department) || confirmed === commune.code) return address;
  return {
    ok: false,
    field: "commune",
    problem: "outsideRegion",
    typed: commune.name,
    code: postcode,
    nearest: [commune],
  };
}
