import { z } from "zod";
import type { FoundAddress } from "@/lib/reference/commune/found-addresses";

/** An organisation to choose while one types its name or its SIRET. */
export interface FoundOrganisation extends FoundAddress {
  name: string;
  siret: string;
  /** The word of the list of types that its activity is likely to be; empty for none. */
  type: string;
}

const optional = z.string().trim().max(300).nullish();

const text = z.string().trim().max(200);

const establishment = z.object({
  siret: text,
  activite_principale: optional,
  adresse: optional,
  numero_voie: optional,
  type_voie: optional,
  libelle_voie: optional,
  code_postal: optional,
  libelle_commune: optional,
});

/** What `/search` of https://recherche-entreprises.api.gouv.fr answers. */
const organisationAnswer = z.object({
  results: z.array(
    z.object({
      nom_complet: z.string().trim().max(300),
      nature_juridique: optional,
      siege: establishment,
      matching_etablissements: z.array(establishment).catch([]).default([]),
    }),
  ),
});

/** What is asked of it. @param typed a name, a SIREN or a SIRET, spaces or not */
export function organisationPath(typed: string): string {
  const digits = typed.replaceAll(/[\s.]/g, "");
  const q = /^(\d{9}|\d{14})$/.test(digits) ? digits : typed.slice(0, 180);
  const query = new URLSearchParams({ q, page: "1", per_page: "5" });
  return `/search?${query.toString()}`;
}

/** By the beginning of the code of the activity (NAF), the more precise first. */
const typesByActivity: readonly [string, string][] = [
  ["85.10", "École"],
  ["85.20", "École"],
  ["85.4", "Enseignement supérieur"],
  ["86.10", "Établissement de santé"],
  ["86.2", "Maison de santé"],
  ["87.10", "EHPAD"],
  ["87.9", "CHRS / hébergement social"],
  ["87", "Établissement médico-social"],
  ["88.91", "Crèche / petite enfance"],
  ["88.10", "Établissement médico-social"],
  ["84.23", "Établissement pénitentiaire / PJJ"],
];

/** By how the code of its legal form begins: 92 association, 72 and 73 local authority, 7 State. */
const typesByForm: readonly [string, string][] = [
  ["92", "Association"],
  ["72", "Collectivité territoriale"],
  ["73", "Collectivité territoriale"],
  ["7", "Administration"],
  ["5", "Entreprise"],
];

/** A secondary school is one or the other by its name. */
function likelyType(name: string, activity: string, form: string): string {
  if (/\bcoll[eè]ge\b/i.test(name)) return "Collège";
  if (/\blyc[eé]e\b/i.test(name)) return /agricole/i.test(name) ? "Enseignement agricole" : "Lycée";
  if (/\bmission locale\b/i.test(name)) return "Mission locale";
  const begins = ([code]: readonly [string, string], whole: string) => whole.startsWith(code);
  return (
    typesByActivity.find((entry) => begins(entry, activity))?.[1] ??
    typesByForm.find((entry) => begins(entry, form))?.[1] ??
    ""
  );
}

/** The establishments of an answer, one an organisation; none for an answer of another form. */
export function organisationsIn(answer: unknown): FoundOrganisation[] {
  const read = organisationAnswer.safeParse(answer);
  if (!read.success) return [];
  return read.data.results.map(
    ({ nom_complet: name, nature_juridique: form, siege, matching_etablissements: [match] }) => {
      const place = match ?? siege;
      const street = [place.numero_voie, place.type_voie, place.libelle_voie]
        .filter(Boolean)
        .join(" ");
      return {
        name,
        siret: place.siret,
        street: street || streetOf(place.adresse ?? "", place.code_postal ?? ""),
        postcode: place.code_postal ?? "",
        commune: place.libelle_commune ?? "",
        type: likelyType(
          name,
          place.activite_principale ?? siege.activite_principale ?? "",
          form ?? "",
        ),
      };
    },
  );
}

/** The whole address on one line, up to its postcode. */
function streetOf(address: string, postcode: string): string {
  const end = postcode === "" ? -1 : address.indexOf(postcode);
  return (end < 0 ? address : address.slice(0, end)).trim();
}
