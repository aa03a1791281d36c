import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideSuspension, type SuspensionCommand, type SuspensionState } from "./rules";

describe("suspending and lifting", () => {
  it.each([
    ["suspend", false, false, "motif", { ok: true, inForce: true }],
    ["suspend", false, false, "  ", { ok: false, refusal: "messageMissing" }],
    ["suspend", true, false, "motif", { ok: false, refusal: "alreadySuspended" }],
    ["suspend", false, true, "motif", { ok: false, refusal: "gone" }],
    ["lift", true, false, "", { ok: true, inForce: false }],
    ["lift", true, true, "", { ok: true, inForce: false }],
    ["lift", false, false, "", { ok: false, refusal: "notSuspended" }],
    ["lift", false, true, "", { ok: false, refusal: "notSuspended" }],
  ] as const)("%s (in force: %s, gone: %s, «%s»)", (command, inForce, gone, message, expected) => {
    expect(decideSuspension({ inForce, gone }, command, message)).toEqual(expected);
  });

  it("never does anything twice, nor suspends without a word", () => {
    const state = fc.record<SuspensionState>({ inForce: fc.boolean(), gone: fc.boolean() });
    fc.assert(
      fc.property(
        state,
        fc.constantFrom<SuspensionCommand>("suspend", "lift"),
        fc.string(),
        (before, command, message) => {
          const decision = decideSuspension(before, command, message);
          if (!decision.ok) return true;
          const after = { ...before, inForce: decision.inForce };
          return (
            after.inForce !== before.inForce &&
            !decideSuspension(after, command, message).ok &&
            (command === "lift" || message.trim() !== "")
          );
        },
      ),
    );
  });
});
