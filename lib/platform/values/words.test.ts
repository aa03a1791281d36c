import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldedText, mendableWords, stemsIn, wordsIn } from "./words";

describe("the words of a text", () => {
  it.each([
    ["Œuvre, ŒDÈME et cætera", "oeuvre oedeme et caetera"],
    ["tabac/cannabis", "tabac cannabis"],
    ["collège/lycée", "college lycee"],
    ["tabac.Atelier", "tabac atelier"],
    ["(diététique/hygiène)", "dietetique hygiene"],
    ["A.P.A.", "apa"],
    ["I.S.T. et V.I.H", "ist et vih"],
    ["étudiant·e·s", "etudiant"],
    ["étudiant.e.s en santé", "etudiant en sante"],
    ["étudiant-e-s", "etudiant"],
    ["étudiant(e)s", "etudiant"],
    ["étudiants/es", "etudiant"],
    ["infirmier·ère·s", "infirmier"],
    ["infirmier(ère)s", "infirmier"],
    ["sportif·ve·s", "sportif"],
    ["animateur/trice", "animateur"],
    ["professionnel·le·s", "professionnel"],
    ["lycéen∙ne∙s", "lyceen"],
    ["enfant(s)", "enfant"],
    ["Bar-le-Duc", "bar le duc"],
    ["Montigny-lès-Metz", "montigny les metz"],
    ["sage-femme", "sage femme"],
    ["18 ans, 6 à 11 ans", "18 ans 6 a 11 ans"],
    ["covid-19 covid19 COVID 19", "covid 19 covid 19 covid 19"],
    ["PSC1, CM2", "psc 1 cm 2"],
    ["l’alcool d'hiver, qu’ils", "alcool hiver ils"],
    ["l＇été", "ete"],
    ["e\u0301te\u0301", "ete"],
    ["bien\u2011être, bien–être", "bien etre bien etre"],
    ["pré\u00advention", "prevention"],
    ["ﬁn", "fin"],
    ["???", ""],
  ])("%s: %s", (text, words) => {
    expect(wordsIn(text).join(" ")).toBe(words);
  });

  it("are letters of the plain alphabet or figures, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const word of wordsIn(text)) expect(word).toMatch(/^(?:[a-z]+|\d+)$/);
        for (const { stem } of stemsIn(text)) expect(stem).toMatch(/^[a-z0-9]{1,40}$/);
      }),
    );
  });

  it("fold to the same whichever way they were folded before", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldedText(foldedText(text))).toBe(foldedText(text));
      }),
    );
  });

  it("worth mending are long enough, once each, without figures", () => {
    expect(mendableWords("Le Tabac, le tabac et l’École de 2026")).toEqual(["tabac", "ecole"]);
  });
});

describe("the stems of a text", () => {
  const stems = (text: string) => stemsIn(text).map(({ stem, place }) => `${place}:${stem}`);

  it("follow one another without the words that only join", () => {
    expect(stems("les gestes qui sauvent")).toEqual(["0:gest", "1:sauvent"]);
    expect(stems("6 à 11 ans")).toEqual(stems("6-11 ans"));
    expect(stems("covid-19")).toEqual(stems("covid 19"));
  });

  it("also hold in one piece what is written with hyphens", () => {
    expect(stems("Bien-être")).toEqual(["0:bienetr", "0:bien", "1:etr"]);
  });
});
