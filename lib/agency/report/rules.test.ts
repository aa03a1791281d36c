import { describe, expect, it } from "vitest";
import { treatmentRefusal } from "./rules";

describe("treating reports", () => {
  it.each([
    [["a", "b"], ["a", "b"], "noEffect", "", false, null],
    [["a"], ["a", "b"], "noEffect", "", true, null],
    [["a", "b"], ["b"], "noEffect", "", false, "conflict"],
    [[], ["a"], "noEffect", "", true, "conflict"],
    [["a"], ["a"], "suspended", "", false, "messageMissing"],
    [["a"], ["a"], "suspended", " \n", false, "messageMissing"],
    [["a"], ["a"], "suspended", "Motif", false, null],
    [["a"], ["a"], "suspended", " \n", true, null],
    [["a"], ["a"], "suspended", "Motif", true, "alreadySuspended"],
    [["a"], ["a"], "noEffect", "Motif", false, "messageUnread"],
    [["a"], [], "suspended", "Motif", false, "conflict"],
  ] as const)(
    "%j of %j, %s «%s» (suspended: %s): %s",
    (read, open, outcome, message, inForce, expected) => {
      expect(treatmentRefusal(read, open, { outcome, message }, inForce)).toBe(expected);
    },
  );
});
