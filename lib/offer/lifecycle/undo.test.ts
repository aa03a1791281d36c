import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailDelaySeconds, undoRefusal, undoSeconds } from "./undo";

const at = new Date("2027-01-11T08:00:00Z");

describe("a decision is taken back", () => {
  it("for thirty seconds, on the offer as it left it, and never after its mail may have left", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120_000 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 0, max: 3 }),
        (ms, version, later) => {
          const refusal = undoRefusal(
            { at, version },
            version + later,
            new Date(at.getTime() + ms),
          );
          expect(refusal).toBe(ms > 30_000 ? "undoTooLate" : later > 0 ? "undoMovedOn" : null);
          if (refusal === null) expect(ms).toBeLessThan(mailDelaySeconds * 1000);
        },
      ),
    );
    expect(undoSeconds).toBe(30);
  });
});
