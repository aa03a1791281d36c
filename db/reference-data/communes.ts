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
  /** Of a commune that became part of another. */
  chefLieu?: string;
}

/** Moves when rows of one version of the list are made otherwise. */
const making = "former-names";

/** Of the list, and of where its communes are. */
export function communesVersion(): string {
  return `${(require("@etalab/decoupage-administratif/package.json") as { version: string }).version}+${gazetteerVersion()}+${making}`;
}

export type CommuneRow = Omit<
  CommuneAreas,
  "epci" | "arrondissement" | "postcodes" | "formerNames"
> & {
  postcodes: string[];
  formerNames: string[];
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
  return areas.map(({ code, name, department, inhabitants, postcodes, formerNames }) => {
    const place = places.get(code);
    return {
      code,
      name,
      department,
      inhabitants,
      postcodes: [...postcodes],
      formerNames: [...formerNames],
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

/** Communes that changed nothing but their names, by INSEE code: the list forgets the old ones. */
const renamed: Readonly<Record<string, string>> = {
  "51108": "Châlons-sur-Marne",
  "52353": "Nogent-en-Bassigny",
};

/** The communes with what is known of where they lie, and the names of what they took in. */
export function communeAreas(): CommuneAreas[] {
  const communes = dataOf<OfficialCommune>("communes");
  const former = new Map<string, string[]>();
  for (const { type, nom, chefLieu } of communes)
    if (chefLieu && (type === "commune-deleguee" || type === "commune-associee"))
      former.set(chefLieu, [...(former.get(chefLieu) ?? []), nom]);
  const epcis = new Map(
    dataOf<{ code: string; membres: { code: string }[] }>("epci").flatMap(({ code, membres }) =>
      membres.map((member) => [member.code, code] as const),
    ),
  );
  return communes
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
      formerNames: [...(former.get(commune.code) ?? []), ...[renamed[commune.code] ?? []].flat()],
    }))
    .filter((commune) => commune.postcodes.length > 0);
}
