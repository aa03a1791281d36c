import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Digest, isDigestDue } from "./rules";

describe("when a digest is due", () => {
  it.each([
    ["daily", null, "2026-11-25", true],
    ["daily", "2026-11-25", "2026-11-25", false],
    ["daily", "2026-11-24", "2026-11-25", true],
    ["weekly", null, "2026-11-25", true],
    // A Wednesday, the Sunday after it, the Monday after that.
    ["weekly", "2026-11-25", "2026-11-29", false],
    ["weekly", "2026-11-25", "2026-11-30", true],
    ["weekly", "2026-11-30", "2026-12-06", false],
    // The Monday was missed.
    ["weekly", "2026-11-30", "2026-12-08", true],
    ["atOnce", null, "2026-11-25", false],
    ["never", null, "2026-11-25", false],
  ] as const)("%s after %s, on %s: %s", (digest, last, today, expected) =>
    expect(isDigestDue(digest, last, today)).toBe(expected),
  );

  it("leaves once a day, and on Mondays, however long one looks", () => {
    const start = Date.UTC(2026, 0, 5);
    const dayOf = (index: number) =>
      new Date(start + index * 24 * 3600_000).toISOString().slice(0, 10);
    const sent = (digest: Digest, days: number) => {
      let last: string | null = dayOf(0);
      return Array.from({ length: days }, (_, index) => index + 1).filter((index) => {
        const due = isDigestDue(digest, last, dayOf(index));
        if (due) last = dayOf(index);
        return due;
      });
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (days) => {
        expect(sent("daily", days)).toHaveLength(days);
        // 5 January 2026 is a Monday.
        expect(sent("weekly", days)).toEqual(
          Array.from({ length: Math.floor(days / 7) }, (_, week) => (week + 1) * 7),
        );
      }),
    );
  });
});
