import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dictionaryOf } from "./dictionary";
import { searchTerms } from "./text";
import { wordChips } from "./word-chips";

const labels = [
  { kind: "audience", label: "Personnes âgées" },
  { kind: "audience", label: "Enfants 0-6 ans" },
  { kind: "audience", label: "Enfants 6-11 ans" },
  { kind: "structureType", label: "Lycée" },
  { kind: "structureType", label: "EHPAD / Maison de retraite" },
  { kind: "theme", label: "Addictions" },
] as const;
const dictionary = dictionaryOf(
  [["seniors", "personnes âgées"]],
  labels.map(({ label }) => label),
);
const chips = (q: string) => wordChips(q, searchTerms(q, dictionary), labels);
const said = (q: string) => chips(q).map(({ words }) => words.replaceAll("\u00a0", " "));

describe("the words of a search, to be taken away", () => {
  it.each([
    ["", []],
    ["tabac", ["« tabac »"]],
    ["addictions", ["« addictions »"]],
    ["tabac lycée", ["« tabac »", "« lycée », structure : Lycée"]],
    ["Lycée", ["« Lycée », structure : Lycée"]],
    ["enfants", ["« enfants », public : Enfants 0-6 ans ou Enfants 6-11 ans"]],
    ["maison de retraite", ["« maison de retraite », structure : EHPAD / Maison de retraite"]],
    ["tabac en lycée", ["« tabac »", "« lycée », structure : Lycée"]],
    ["en lycée", ["« lycée », structure : Lycée"]],
    ["-lycée tabac", ["« -lycée tabac »"]],
    ["l’alcool au lycée", ["« l’alcool »", "« lycée », structure : Lycée"]],
    ["alcool 3 ans", ["« alcool »", "« 3 ans », public : Enfants 0-6 ans"]],
  ])("%s", (q, words) => {
    expect(said(q)).toEqual(words);
  });

  it("goes one at a time, the rest stays as it was typed", () => {
    expect(chips("Tabac, en lycée !").map(({ changes }) => changes.q)).toEqual(["lycée", "Tabac"]);
  });

  it("can be taken away where it is signs alone", () => {
    expect(chips("...").map(({ changes }) => changes.q)).toEqual([""]);
  });

  it("gets shorter with each, whatever is typed", () => {
    const word = fc.constantFrom(
      "tabac",
      "lycée",
      "enfants",
      "-boxe",
      "«",
      "»",
      ",",
      "A.P.A.",
      "l’",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const q = words.join(" ");
        for (const { changes } of chips(q)) expect((changes.q ?? "").length).toBeLessThan(q.length);
      }),
    );
  });
});
