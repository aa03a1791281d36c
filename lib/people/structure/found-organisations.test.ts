import { describe, expect, it } from "vitest";
import { startingVocabularies } from "@/db/reference-data/vocabularies";
import { organisationPath, organisationsIn } from "./found-organisations";

const siege = {
  siret: "26540003000015",
  activite_principale: "86.10Z",
  adresse: "29 AVENUE DU MARECHAL DE LATTRE DE TASSIGNY 54000 NANCY",
  numero_voie: "29",
  type_voie: "AVENUE",
  libelle_voie: "DU MARECHAL DE LATTRE DE TASSIGNY",
  code_postal: "54000",
  libelle_commune: "NANCY",
};
const result = (changes: object) => ({
  siren: "265400030",
  nom_complet: "CENTRE HOSPITALIER REGIONAL",
  nature_juridique: "7364",
  siege,
  matching_etablissements: [],
  ...changes,
});
const answer = (...results: object[]) => ({ results, total_results: results.length, page: 1 });

describe("the answer of the service of organisations", () => {
  it("gives name, address and likely type", () => {
    expect(organisationsIn(answer(result({})))).toEqual([
      {
        name: "CENTRE HOSPITALIER REGIONAL",
        siret: "26540003000015",
        street: "29 AVENUE DU MARECHAL DE LATTRE DE TASSIGNY",
        postcode: "54000",
        commune: "NANCY",
        type: "Établissement de santé",
      },
    ]);
  });

  it("prefers the establishment that was asked for to the seat", () => {
    const other = {
      siret: "26540003000999",
      activite_principale: "87.10A",
      adresse: "4 RUE DU MORVAN 54500 VANDOEUVRE-LES-NANCY",
      code_postal: "54500",
      libelle_commune: "VANDOEUVRE-LES-NANCY",
    };
    expect(organisationsIn(answer(result({ matching_etablissements: [other] })))[0]).toMatchObject({
      siret: "26540003000999",
      street: "4 RUE DU MORVAN",
      postcode: "54500",
      type: "EHPAD",
    });
  });

  it.each([
    ["COLLEGE JULES FERRY", "85.31Z", "7331", "Collège"],
    ["LYCEE AGRICOLE DE MIRECOURT", "85.32Z", "7331", "Enseignement agricole"],
    ["MISSION LOCALE DU PAYS", "94.99Z", "9220", "Mission locale"],
    ["LES AMIS", "94.99Z", "9220", "Association"],
    ["COMMUNE DE TOUL", "84.11Z", "7210", "Collectivité territoriale"],
    ["DUPONT", "47.11A", "5710", "Entreprise"],
    ["INCONNU", "", "", ""],
  ])("takes %s (%s, %s) for «%s»", (nom_complet, activite_principale, form, type) => {
    const [found] = organisationsIn(
      answer(
        result({ nom_complet, nature_juridique: form, siege: { ...siege, activite_principale } }),
      ),
    );
    expect(found?.type).toBe(type);
    if (type !== "") expect(startingVocabularies.structureType).toContain(type);
  });

  it.each([null, [], {}, { results: [{}] }, { erreur: "trop court" }])(
    "gives none where it is %j",
    (other) => {
      expect(organisationsIn(other)).toEqual([]);
    },
  );

  it("is asked for a SIRET without its spaces", () => {
    expect(organisationPath("265 400 030 00015")).toContain("q=26540003000015&");
    expect(organisationPath("CHRU de Nancy")).toContain("q=CHRU+de+Nancy&");
  });
});
