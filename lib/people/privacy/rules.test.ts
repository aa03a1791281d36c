import { describe, expect, it } from "vitest";
import { closesOn, idleStep, monthsBefore } from "./rules";

const at = (text: string) => new Date(`${text}T10:00:00Z`);
const lastSeen = at("2024-03-15");
const warned = { dueAt: at("2026-02-13"), leftAt: at("2026-02-13") };
const leftLate = { dueAt: at("2026-02-13"), leftAt: at("2026-03-11") };

describe("an account nobody uses", () => {
  it.each([
    ["a year later", null, at("2025-03-15"), null],
    ["31 days before its end", null, at("2026-02-12"), null],
    ["30 days before its end", null, at("2026-02-13"), "warn"],
    ["warned, before its end", warned, at("2026-03-14"), null],
    ["warned, at its end", warned, at("2026-03-15"), "close"],
    ["never warned, long after its end", null, at("2027-01-01"), "warn"],
    ["a warning that left late, at its end", leftLate, at("2026-03-15"), null],
    ["a warning that left 29 days ago", leftLate, at("2026-04-09"), null],
    ["a warning that left 30 days ago", leftLate, at("2026-04-10"), "close"],
    ["the warning still in the outbox", { ...warned, leftAt: null }, at("2026-04-15"), null],
    [
      "warned before it was last used",
      { dueAt: at("2024-03-01"), leftAt: at("2024-03-01") },
      at("2026-03-15"),
      "warn",
    ],
    [
      // Nothing left then: the letter finds that the account was used.
      "due before it was last used, and in the outbox until after that",
      { dueAt: at("2024-03-01"), leftAt: at("2024-03-20") },
      at("2026-03-15"),
      "warn",
    ],
  ] as const)("%s", (_when, warning, now, expected) => {
    expect(idleStep(lastSeen, warning, now)).toBe(expected);
  });

  it("has its day in a month that is shorter", () => {
    expect(closesOn(at("2024-02-29"), at("2025-01-01"))).toEqual(at("2026-02-28"));
    expect(closesOn(at("2024-02-29"), at("2026-12-15"))).toEqual(at("2027-01-14"));
    expect(monthsBefore(at("2026-03-31"), 1)).toEqual(at("2026-02-28"));
  });
});
