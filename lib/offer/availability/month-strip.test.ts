import { describe, expect, it } from "vitest";
import { halfDays, type Month, parseAvailability } from "./availability";
import { monthStrip } from "./month-strip";

const open = (month: Month, count: number) =>
  halfDays.slice(0, count).map((halfDay) => `${month}:${halfDay}`);

describe("the strip of an offer’s months", () => {
  it("says how much of each week is open, in the order of the campaign", () => {
    const availability = parseAvailability([
      ...open(3, 14),
      ...open(9, 1),
      ...open(12, 4),
      ...open(1, 8),
    ]);
    expect(monthStrip(availability, 2026, new Date("2026-11-28T08:00:00Z"))).toEqual({
      shades: "9-1 12-2 1-3 3-4",
      over: 2,
    });
  });

  it.each([
    ["2026-08-31T21:59:59Z", 0],
    ["2026-09-30T21:59:59Z", 0],
    ["2026-09-30T22:00:00Z", 1],
    ["2027-08-31T21:59:59Z", 11],
    ["2027-08-31T22:00:00Z", 12],
    ["2029-01-01T12:00:00Z", 12],
  ])("at %s, %d months of 2026-2027 are over", (now, over) => {
    expect(monthStrip([], 2026, new Date(now))).toEqual({ shades: "", over });
  });
});
