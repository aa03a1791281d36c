import { describe, expect, it } from "vitest";
import { treatmentRefusal } from "./rules";

describe("treating reports", () => {
  it.each([
    [["a", "b"], ["a", "b"], "noEffect", "", null],
    [["a"], ["a", "b"], "noEffect", "", null],
    [["a", "b"], ["b"], "noEffect", "", "conflict"],
    [[], ["a"], "noEffect", "", "conflict"],
    [["a"], ["a"], "suspended", "", "messageMissing"],
    [["a"], ["a"], "suspended", " \n", "messageMissing"],
    [["a"], ["a"], "suspended", "Motif", null],
    [["a"], [], "suspended", "Motif", "conflict"],
  ] as const)("%j of %j, %s «%s»: %s", (read, open, outcome, message, expected) => {
    expect(treatmentRefusal(read, open, outcome, message)).toBe(expected);
  });
});
