import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gathered } from "./gathered";

const within = fc.integer({ min: 0, max: 420 });
const point = fc.record({ x: within, y: within });

describe("points gathered", () => {
  it("are all there, once, and what leads two groups stands apart", () => {
    fc.assert(
      fc.property(fc.array(point), fc.integer({ min: 0, max: 80 }), (points, distance) => {
        const groups = gathered(points, distance);
        expect(new Set(groups.flat())).toEqual(new Set(points));
        expect(groups.flat()).toHaveLength(points.length);
        for (const [index, [one]] of groups.entries())
          for (const [other] of groups.slice(index + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(distance);
      }),
    );
  });

  it("are drawn where the first of them is", () => {
    const [big, small, far] = [
      { x: 10, y: 10 },
      { x: 12, y: 10 },
      { x: 90, y: 10 },
    ];
    expect(gathered([big, far, small], 20)).toEqual([[big, small], [far]]);
  });
});
