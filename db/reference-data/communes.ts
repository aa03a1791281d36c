import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type CommuneAreas, gazetteerVersion, placesOf } from "./commune-places";

const require = createRequire(import.meta.url);

interface OfficialCommune {
  code: string;
  nom: string;
  type: string;
  departement?: string;
  arrondissement?: string;
  collectiviteOutremer?: { code: string };
  codesPostaux?: string[];
  population?: number;
}

/** Of the list, and of where its communes are. */
export function communesVersion(): string {
  return `${(require("@etalab/decoupage-administratif/package.json") as { version: string }).version}+${gazetteerVersion()}`;
}

export type CommuneRow = Omit<CommuneAreas, "epci" | "arrondissement" | "postcodes"> & {
  postcodes: string[];
  latitude: number | null;
  longitude: number | null;
  placeKnown: boolean;
};

/**
 * Communes of today with their postcodes, from @etalab/decoupage-administratif (INSEE's official
 * list, Licence Ouverte). Paris, Lyon and Marseille stand once, with the postcodes of all their
 * arrondissements.
 */
export function officialCommunes(): CommuneRow[] {
  const areas = communeAreas();
  const places = placesOf(areas);
  return areas.map(({ code, name, department, inhabitants, postcodes }) => {
    const place = places.get(code);
    return {
      code,
      name,
      department,
      inhabitants,
      postcodes: [...postcodes],
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      placeKnown: place?.known ?? false,
    };
  });
}

function dataOf<T>(name: string): T[] {
  return JSON.parse(
    readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${name}.json`), "utf8"),
  ) as T[];
}

/** The communes with what is known of where they lie. */
export function communeAreas(): CommuneAreas[] {
  const epcis = new Map(
    dataOf<{ code: string; membres: { code: string }[] }>("epci").flatMap(({ code, membres }) =>
      membres.map((member) => [member.code, code] as const),
    ),
  );
  return dataOf<OfficialCommune>("communes")
    .filter((commune) => commune.type === "commune-actuelle")
    .map((commune) => ({
      code: commune.code,
      name: commune.nom,
      department:
        commune.departement ?? commune.collectiviteOutremer?.code ?? commune.code.slice(0, 3),
      inhabitants: commune.population ?? 0,
      postcodes: commune.codesPostaux ?? [],
      epci: epcis.get(commune.code) ?? "",
      arrondissement: commune.arrondissement ?? "",
    }))
    .filter((commune) => commune.postcodes.length > 0);
}
