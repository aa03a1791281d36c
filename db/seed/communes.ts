import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

interface OfficialCommune {
  code: string;
  nom: string;
  type: string;
  departement?: string;
  collectiviteOutremer?: { code: string };
  codesPostaux?: string[];
}

export function communesVersion(): string {
  return (require("@etalab/decoupage-administratif/package.json") as { version: string }).version;
}

/**
 * Communes of today with their postcodes, from @etalab/decoupage-administratif (INSEE's official list, Licence Ouverte).
 * Paris, Lyon and Marseille stand once, with the postcodes of all their arrondissements.
 */
export function officialCommunes(): { code: string; name: string; department: string; postcodes: string[] }[] {
  const file = require.resolve("@etalab/decoupage-administratif/data/communes.json");
  const all = JSON.parse(readFileSync(file, "utf8")) as OfficialCommune[];
  return all
    .filter((commune) => commune.type === "commune-actuelle")
    .map((commune) => ({
      code: commune.code,
      name: commune.nom,
      department: commune.departement ?? commune.collectiviteOutremer?.code ?? commune.code.slice(0, 3),
      postcodes: commune.codesPostaux ?? [],
    }))
    .filter((commune) => commune.postcodes.length > 0);
}
