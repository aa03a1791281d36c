import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unmetCriteria } from "./rules";

describe("the password rule", () => {
  it.each([
    ["Abcde1", []],
    ["Été202", []],
    ["abcde1", ["upperCase"]],
    ["ABCDE1", ["lowerCase"]],
    ["Abcdef", ["digit"]],
    ["Abc1", ["length"]],
    ["", ["length", "upperCase", "lowerCase", "digit"]],
  ])("%s misses %j", (password, expected) => {
    expect(unmetCriteria(password)).toEqual(expected);
  });

  it("accepts whatever is added to a good password", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (more) => unmetCriteria(`Abcde1${more}`).length === 0,
      ),
    );
  });
});
