import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { depositState } from "./rules";

const day = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("the deposit of a campaign", () => {
  it.each([
    ["2026-08-31", "notYet"],
    ["2026-09-01", "open"],
    ["2027-02-28", "open"],
    ["2027-03-01", "closing"],
    ["2027-03-31", "closing"],
    ["2027-04-01", "closed"],
  ])("on %s is %s", (today, state) => {
    expect(
      depositState({ opensOn: "2026-09-01", closesOn: "2027-03-31" }, today, "2027-03-01"),
    ).toBe(state);
  });

  it("is never shut without a limit, and shut on each side of one", () => {
    fc.assert(
      fc.property(day, day, (today, limit) => {
        expect(depositState({ opensOn: null, closesOn: null }, today, null)).toBe("open");
        expect(depositState({ opensOn: limit, closesOn: null }, today, null)).toBe(
          today < limit ? "notYet" : "open",
        );
        expect(depositState({ opensOn: null, closesOn: limit }, today, null)).toBe(
          today > limit ? "closed" : "open",
        );
      }),
    );
  });
});
