import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gathered, leadsTo } from "./gathered";

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

describe("a point of the map", () => {
  const at = (name: string, department: string, latitude: number) => ({
    name,
    department,
    latitude,
    longitude: 6,
  });
  // A hundredth of a degree is 1.1 km.
  const [one, near, far, over] = [
    at("Une", "57", 48.5),
    at("Voisine", "57", 48.52),
    at("Lointaine", "57", 48.6),
    at("Frontalière", "67", 48.51),
  ];

  it("that is one commune leads to that commune alone", () => {
    expect(leadsTo([one], ["54", "57", "67"])).toEqual({
      lieu: "Une (57)",
      rayon: 0,
      departement: [],
    });
  });

  it("that gathers several leads to the departments they lie in, all of them", () => {
    expect(leadsTo([one, near], ["54", "57", "67"])).toEqual({ departement: ["57"] });
    expect(leadsTo([one, over], ["54", "57", "67"])).toEqual({ departement: ["57", "67"] });
    expect(leadsTo([one, near], ["57", "67"])).toEqual({ departement: ["57"] });
  });

  it("leads to the smallest circle that holds them where no department is nearer", () => {
    const circle = (rayon: number, departement: string[]) => ({
      lieu: "Une (57)",
      rayon,
      departement,
    });
    expect(leadsTo([one, near], ["57"])).toEqual(circle(5, ["57"]));
    expect(leadsTo([one, near, far], ["57"])).toEqual(circle(20, ["57"]));
    expect(leadsTo([one, over], ["57", "67"])).toEqual(circle(5, ["57", "67"]));
  });
});
