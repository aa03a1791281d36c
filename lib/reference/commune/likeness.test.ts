import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { officialGazetteer } from "@/tests/support/communes";
import { likenessOf } from "./likeness";
import { placeKey } from "./place-key";

/** The whole table, as textbooks draw it. */
function stepsBetween(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number) => table[i]?.[j] ?? (i === 0 ? j : Number.POSITIVE_INFINITY);
  for (let i = 0; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (table[i] ??= [])[j] =
        i === 0
          ? j
          : Math.min(
              at(i - 1, j) + 1,
              at(i, j - 1) + 1,
              changed,
              isExchanged ? at(i - 2, j - 2) + 1 : changed,
            );
    }
  return at(a.length, b.length);
}

const letter = fc.constantFrom("a", "e", "i", "l", "n", "r", "s", "t", "4");
const keys = officialGazetteer().communes.map(({ name }) => placeKey(name));
/** A name as it is, and as a hurried hand writes it. */
const typed = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...keys),
      fc.constantFrom(...keys.filter((key) => key.length > 28)),
      fc.string({ unit: letter, maxLength: 60 }),
    ),
    fc.array(fc.tuple(fc.nat(60), fc.nat(3), letter), { maxLength: 12 }),
  )
  .map(([name, slips]) => [
    name,
    slips.reduce((text, [place, kind, other]) => {
      const at = place % (text.length + 1);
      const [before, here, next, rest] = [
        text.slice(0, at),
        text.charAt(at),
        text.charAt(at + 1),
        text.slice(at + 2),
      ];
      return before + ([next, other + here + next, other + next, next + here][kind] ?? "") + rest;
    }, name),
  ]);

describe("how alike two names are", () => {
  it.each([
    ["nancy", "nancy", 1],
    ["nancy", "nanci", 0.8],
    ["metz", "mezt", 0.75],
    ["toul", "toulouse", 0],
    ["", "", 0],
  ])("%s, %s: %s", (a, b, likeness) => {
    expect(likenessOf(a, b, 0.6)).toBe(likeness);
  });

  it("is what the whole table says, of short names and long ones", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          typed,
          fc.tuple(typed, typed).map(([[a = ""], [, b = ""]]) => [a, b]),
        ),
        ([a = "", b = ""]) => {
          const longest = Math.max(a.length, b.length);
          const likeness = longest === 0 ? 0 : 1 - stepsBetween(a, b) / longest;
          const told = likenessOf(a, b, 0.6);
          expect(told < 0.6 ? 0 : told).toBe(likeness < 0.6 ? 0 : likeness);
          expect(likenessOf(b, a, 0.6)).toBe(told);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
