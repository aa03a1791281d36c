import { describe, expect, it } from "vitest";
import { dueKey } from "./schedule";

describe("dueKey", () => {
  it.each([
    [{ every: "minute" }, "2026-11-24T19:31:59Z", "2026-11-24 20:31"],
    [{ every: "day", hour: 8 }, "2026-11-24T06:59:00Z", null],
    [{ every: "day", hour: 8 }, "2026-11-24T07:00:00Z", "2026-11-24"],
    // Summer time: 8 in Paris is 6 UTC.
    [{ every: "day", hour: 8 }, "2026-07-14T06:00:00Z", "2026-07-14"],
    [{ every: "day", hour: 8 }, "2026-07-14T22:30:00Z", null],
  ] as const)("%o at %s is %s", (schedule, at, expected) => {
    expect(dueKey(schedule, new Date(at))).toBe(expected);
  });
});
