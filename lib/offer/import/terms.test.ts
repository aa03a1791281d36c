import { describe, expect, it } from "vitest";
import { startingVocabularies } from "@/db/reference-data/vocabularies";
import { termsIn } from "./terms";

const termsOf = (labels: readonly string[]) => labels.map((label) => ({ id: label, label }));
const themes = termsOf(startingVocabularies.theme);
const audiences = termsOf(startingVocabularies.audience);
const boxes = termsOf(["Hébergement", "Restauration"]);

describe("terms of a cell", () => {
  it.each<[string, typeof themes, string[]]>([
    ["Hébergement et restauration", boxes, ["Hébergement", "Restauration"]],
    ["hebergement + RESTAURATION", boxes, ["Hébergement", "Restauration"]],
    ["Hébergement/Restauration", boxes, ["Hébergement", "Restauration"]],
    ["non", boxes, []],
    ["Néant", boxes, []],
    ["-", boxes, []],
    ["À définir", themes, ["À définir"]],
    ["à definir", themes, ["À définir"]],
    ["Sommeil et addictions", themes, ["Sommeil", "Addictions"]],
    ["Addiction", themes, ["Addictions"]],
    ["Ecran", themes, ["Écrans"]],
    ["Nutrition", themes, ["Alimentation / Nutrition"]],
    ["Alimentation / Nutrition, Sommeil", themes, ["Alimentation / Nutrition", "Sommeil"]],
    ["alimentation/nutrition", themes, ["Alimentation / Nutrition"]],
    [
      "Santé sexuelle et vie affective et écrans",
      themes,
      ["Santé sexuelle et vie affective", "Écrans"],
    ],
    ["Hygiène", themes, ["Hygiène"]],
    ["Hygiène bucco dentaire", themes, ["Hygiène bucco-dentaire"]],
    ["Adolescents, parents", audiences, ["Adolescents 11-18 ans", "Parents"]],
    ["Sommeil ; Sommeil", themes, ["Sommeil"]],
    ["Tout public.", audiences, ["Tout public"]],
    ["Hébergement : oui", boxes, ["Hébergement"]],
    ["restauration uniquement", boxes, ["Restauration"]],
    ["Sans", boxes, []],
    ["Non concerné", boxes, []],
    ["Adolescents (11-18 ans)", audiences, ["Adolescents 11-18 ans"]],
    ["enfants de 6 à 11 ans", audiences, ["Enfants 6-11 ans"]],
    ["11-18 ans", audiences, ["Adolescents 11-18 ans"]],
    ["Handicap", audiences, ["Personnes en situation de handicap"]],
  ])("%j", (cell, terms, ids) => expect(termsIn(cell, terms)).toEqual({ ids, unknown: [] }));

  it("reads thousands of separators in one pass", () => {
    expect(termsIn("3/".repeat(2_000), themes).unknown).toEqual(["3"]);
  });

  it.each<[string, typeof themes, string[]]>([
    ["Enfants", audiences, ["Enfants"]],
    ["Addictions (tabac, alcool)", themes, ["tabac", "alcool"]],
    ["Santé", themes, ["Santé"]],
    ["tabac, Sommeil, tabac", themes, ["tabac"]],
    ["Personnes", audiences, ["Personnes"]],
    ["oui", boxes, ["oui"]],
  ])("%j is not guessed", (cell, terms, unknown) =>
    expect(termsIn(cell, terms).unknown).toEqual(unknown),
  );
});
