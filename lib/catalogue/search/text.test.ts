import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dictionaryOf } from "./dictionary";
import { editDistance, isNear, searchTerms, termQuery, tsQueryOf, typedQueryOf } from "./text";

const dictionary = dictionaryOf(
  [["chicha", "narguilé"]],
  ["Personnes âgées", "Maison de santé", "Lycée", "Alimentation / Nutrition"],
);
const terms = (q: string) => searchTerms(q, dictionary);
const said = (q: string) =>
  terms(q).map(({ text, wanted }) => (wanted === "must" ? text : `${wanted}:${text}`));

describe("a search in words", () => {
  it.each([
    ["Zumba, collégiens", ["zumba", "collegiens"]],
    ["« gestes qui sauvent » -adultes", ["gestes sauvent", "not:adultes"]],
    ['"boxe" "judo" karaté', ["boxe", "judo", "karate"]],
    ["-boxe -judo", ["not:boxe", "not:judo"]],
    ["l’alcool d'hiver", ["alcool", "hiver"]],
    ["  ; , « » - ", []],
    ["sage-femme", ["sage femme"]],
    ["jeux vidéo et réseaux sociaux", ["jeux video", "reseaux sociaux"]],
    ["un stage près de chez moi", ["first:stage", "first:pres", "first:chez", "first:moi"]],
    ["étudiants en soins infirmiers", ["first:etudiants", "first:soins", "first:infirmiers"]],
    ["infirmiers", ["infirmiers"]],
    ["tabac/zumba", ["tabac ou zumba"]],
    ["zumba ou boxe, judo", ["zumba ou boxe", "judo"]],
    ["6 à 11 ans", ["6 11 ans"]],
    ["covid19", ["covid", "19"]],
    ["maison de santé", ["maison sante"]],
    ["A.P.A.", ["apa"]],
    ["élèves de 4e", ["eleves", "4 e"]],
  ])("%s is read as its terms", (typed, expected) => {
    expect(said(typed)).toEqual(expected);
  });

  it("never holds what could end an operand, whatever is typed", () => {
    const operand = /'[a-z0-9]+'/g;
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        for (const query of [tsQueryOf(terms(typed)), typedQueryOf(terms(typed))])
          expect(query.replaceAll(operand, "")).toMatch(/^(?:[ &|!()]|<->|<2>)*$/);
      }),
    );
  });

  it("is also for what offers say instead", () => {
    const query = (q: string) => tsQueryOf(terms(q));
    expect(query("chicha")).toBe("('chicha' | 'narguil' | 'addict')");
    expect(query("zumba")).toBe("('zumba')");
    expect(query("-tabac")).toMatch(/^!\('tabac'\)$/);
    expect(query("seniors")).toContain("('person' & 'age')".replace("&", "<->"));
    expect(query("covid 19")).toMatch(/ & \(\('covid' <-> '19'\)\)$/);
    expect(query("18 ans")).toBe("(('18' <-> 'an') | ('18' <2> 'an'))");
    expect(query("stage")).toBe("");
    const ages = (q: string) =>
      searchTerms(q, dictionaryOf([], ["Enfants 0-6 ans", "Enfants 6-11 ans"]))[0]?.broader.map(
        (phrase) => phrase.join(" "),
      );
    expect(ages("10 ans")).toEqual(["enfent 6 11 an"]);
    expect(ages("3-6 ans")).toEqual(["enfent 0 6 an"]);
    expect(ages("70 ans")).toEqual([]);
    expect(typedQueryOf(terms("stage"))).toBe("'stag'");
  });

  it("is also for what a mistyped word may have meant", () => {
    const [term] = terms("zumbaa");
    expect(term?.mendable).toBe("zumbaa");
    expect(term && termQuery(term, new Map([["zumbaa", ["zumba"]]]))).toBe("('zumbaa' | 'zumba')");
    expect(terms("tabac 54 «zumbaa»").map(({ mendable }) => mendable)).toEqual(["", "", ""]);
  });
});

describe("how far two words are apart", () => {
  it.each([
    ["addictions", "addictions", 0],
    ["adictions", "addictions", 1],
    ["sommiel", "sommeil", 1],
    ["vacination", "vaccination", 1],
    ["colege", "college", 1],
    ["chat", "chien", 3],
  ])("%s and %s", (a, b, letters) => {
    expect(editDistance(a, b)).toBe(letters);
  });

  it(
    "is the same both ways, nothing for the same word, and never more than the longer one " + "has",
    () => {
      const word = fc.stringMatching(/^[a-z]{1,10}$/);
      fc.assert(
        fc.property(word, word, (a, b) => {
          expect(editDistance(a, b)).toBe(editDistance(b, a));
          expect(editDistance(a, a)).toBe(0);
          expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        }),
      );
    },
  );

  it("lets a long word have two mistakes, a short one have one, and be left unfinished", () => {
    expect(isNear("adiction", "addictions")).toBe(true);
    expect(isNear("tabx", "tabac")).toBe(false);
    expect(isNear("antibio", "antibiotiques")).toBe(true);
    expect(isNear("ant", "antibiotiques")).toBe(false);
  });
});
