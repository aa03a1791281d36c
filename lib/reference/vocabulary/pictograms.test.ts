import { describe, expect, it } from "vitest";
import { startingVocabularies } from "@/db/reference-data/vocabularies";
import { pictogramOf, pictograms } from "./pictograms";

describe("the pictogram of a theme", () => {
  it("is another one for each theme a portal starts with", () => {
    const drawn = startingVocabularies.theme.map(pictogramOf);
    expect([...drawn].sort()).toEqual([...pictograms].sort());
  });

  it.each([
    ["Prévention du tabac", "addictions"],
    ["Santé bucco-dentaire", "teeth"],
    ["Canicule", "other"],
    ["", "other"],
  ])("of «%s» is %s", (label, expected) => {
    expect(pictogramOf(label)).toBe(expected);
  });
});
