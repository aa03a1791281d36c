import { describe, expect, it } from "vitest";
import { agree, counted, quoted, withDe } from "./french";

describe("a number and its word", () => {
  it.each([
    [0, "0\u00a0offre"],
    [1, "1\u00a0offre"],
    [1.5, "1,5\u00a0offre"],
    [2, "2\u00a0offres"],
    [4200, "4\u202f200\u00a0offres"],
    [1_000_000, "1\u202f000\u202f000\u00a0offres"],
  ])("%s", (count, words) => {
    expect(counted(count, "offre", "offres")).toBe(words);
  });

  it("agrees without the number", () => {
    expect([0, 1, 2].map((count) => agree(count, "est visible", "sont visibles"))).toEqual([
      "est visible",
      "est visible",
      "sont visibles",
    ]);
  });
});

it.each([
  ["octobre", "d’octobre"],
  ["mars", "de mars"],
  ["Épinal", "d’Épinal"],
  ["E\u0301pinal", "d’E\u0301pinal"],
  ["EHPAD des Tilleuls", "d’EHPAD des Tilleuls"],
  ["Œuvre Saint-Joseph", "d’Œuvre Saint-Joseph"],
  ["Haguenau", "de Haguenau"],
  ["Yutz", "de Yutz"],
  ["3 Maisons", "de 3 Maisons"],
])("«de» before %s", (name, words) => {
  expect(withDe(name)).toBe(words);
});

it("quotes one or several", () => {
  expect(quoted("tabac", "lycée")).toBe("«\u00a0tabac\u00a0», «\u00a0lycée\u00a0»");
});
