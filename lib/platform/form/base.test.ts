import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basesIn, differencesOf, stateName } from "./base";

describe("what a form was made from", () => {
  it.each([
    [{}, []],
    [{ base: "" }, [""]],
    [{ base: "a" }, ["a"]],
    [{ base: "a,b" }, ["a", "b"]],
    [{ base: ["a", "b"] }, ["a"]],
    [{ base: "a", intent: "next" }, ["a"]],
    [{ base: "a", intent: "overwrite:b" }, ["b"]],
    [{ intent: "overwrite:" }, [""]],
    [{ base: "a", intent: ["overwrite:b", "overwrite:c"] }, ["a"]],
  ])("%j says %j", (values, bases) => {
    expect(basesIn(values)).toEqual(bases);
  });

  it("is one of fifty at most", () => {
    expect(basesIn({ base: "a,".repeat(1000) })).toHaveLength(50);
  });

  it("has one name for one state, and another for another", () => {
    const state = fc.array(fc.oneof(fc.string(), fc.constant(null), fc.array(fc.string())));
    fc.assert(
      fc.property(state, state, (one, other) => {
        expect(stateName(one) === stateName(other)).toBe(
          JSON.stringify(one) === JSON.stringify(other),
        );
      }),
    );
    expect(stateName(["ab", ""])).not.toBe(stateName(["a", "b"]));
  });

  it("differs by its fields alone, told in the order of the form", () => {
    const labels = { name: "Nom", words: "Texte", day: "Jour" };
    const mine = { day: "", name: "A", words: "même" };
    const theirs = { words: "même", name: "B", day: "lundi" };
    expect(differencesOf(labels, mine, theirs)).toEqual([
      { label: "Nom", mine: "A", theirs: "B" },
      { label: "Jour", mine: "", theirs: "lundi" },
    ]);
    expect(differencesOf(labels, mine, mine)).toEqual([]);
  });
});
