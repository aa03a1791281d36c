import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { synonymsOf } from "./synonyms";
import { editDistance, isNear, searchTerms, tsQueryOf } from "./text";

describe("a search in words", () => {
  it.each([
    [
      "Tabac, collégiens",
      [
        ["tabac", false, false],
        ["collegiens", false, false],
      ],
    ],
    [
      "« gestes qui sauvent » -adultes",
      [
        ["gestes qui sauvent", true, false],
        ["adultes", false, true],
      ],
    ],
    [
      "l’alcool d'hiver",
      [
        ["alcool", false, false],
        ["hiver", false, false],
      ],
    ],
    ["  ; , « » - ", []],
    [
      '"sage-femme" sage-femme',
      [
        ["sage-femme", true, false],
        ["sage-femme", false, false],
      ],
    ],
  ])("%s is read as its terms", (typed, expected) => {
    expect(
      searchTerms(typed).map(({ text, phrase, unwanted }) => [text, phrase, unwanted]),
    ).toEqual(expected);
  });

  it("never holds what could end an operand, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        for (const { text } of searchTerms(typed)) expect(text).toMatch(/^[a-z0-9 -]*$/);
        expect(
          tsQueryOf(searchTerms(typed)).replaceAll(
            /!?\((?:'[a-z0-9 -]*'(?: \| )?)+\)(?: & )?/g,
            "",
          ),
        ).toBe("");
      }),
    );
  });

  it("is also for what offers say instead", () => {
    expect(tsQueryOf(searchTerms("tabac"))).toBe("('tabac' | 'addictions')");
    expect(tsQueryOf(searchTerms("seniors"))).toBe("('seniors' | 'personnes agees')");
    expect(tsQueryOf(searchTerms("-tabac"))).toBe("!('tabac')");
    expect(synonymsOf("prevention")).toEqual([]);
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

  it("lets a long word have two mistakes and a short one have one", () => {
    expect(isNear("adiction", "addictions")).toBe(true);
    expect(isNear("tabx", "tabac")).toBe(false);
  });
});
