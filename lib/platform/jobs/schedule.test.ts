import { describe, expect, it } from "vitest";
import { dueKey } from "./schedule";

describe("dueKey", () => {
  it.each([
    [{ every: "minute" }, "2026-11-24T19:31:59Z", "2026-11-24T19:31"],
    [{ every: "day", hour: 8 }, "2026-11-24T06:59:00Z", null],
    [{ every: "day", hour: 8 }, "2026-11-24T07:00:00Z", "2026-11-24"],
    // Summer time: 8 in Paris is 6 UTC.
    [{ every: "day", hour: 8 }, "2026-07-14T06:00:00Z", "2026-07-14"],
    [{ every: "day", hour: 8 }, "2026-07-14T22:30:00Z", null],
  ] as const)("%o at %s is %s", (schedule, at, expected) => {
    expect(dueKey(schedule, new Date(at))).toBe(expected);
  });

  it("is another one each minute of the night that has an hour twice", () => {
    const start = Date.parse("2026-10-24T23:00:00Z");
    const keys = Array.from({ length: 300 }, (_, minute) =>
      dueKey({ every: "minute" }, new Date(start + minute * 60_000)),
    );
    expect(new Set(keys).size).toBe(300);
  });
});
