import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MonthGroup, monthGroupsOf, type StartCount } from "./month-groups";

const found = fc
  .uniqueArray(fc.record<StartCount>({ start: fc.nat(32_767), offers: fc.nat({ max: 9_000 }) }), {
    selector: ({ start }) => start,
    maxLength: 30,
  })
  .map((counts) => counts.sort((a, b) => a.start - b.start));
const worth = fc.integer({ min: 1, max: 5_000 });

describe("the way through a search by when its offers start", () => {
  it("goes through every month once, in their order", () => {
    fc.assert(
      fc.property(found, worth, (counts, worthSorting) => {
        expect(monthGroupsOf(counts, worthSorting).flatMap(({ starts }) => starts)).toEqual(
          counts.map(({ start }) => start),
        );
      }),
    );
  });

  it(
    "sorts no more than is worth it, walks through nothing that is not full, and takes " +
      "together what it can",
    () => {
      fc.assert(
        fc.property(found, worth, (counts, worthSorting) => {
          const offersIn = new Map(counts.map(({ start, offers }) => [start, offers]));
          const held = ({ starts }: MonthGroup) =>
            starts.reduce((sum, start) => sum + (offersIn.get(start) ?? 0), 0);
          const stages = monthGroupsOf(counts, worthSorting);
          for (const stage of stages) expect(stage.sorted).toBe(held(stage) <= worthSorting);
          stages.slice(1).forEach((stage, index) => {
            const before = stages[index];
            if (stage.sorted && before?.sorted)
              expect(held(before) + (offersIn.get(stage.starts[0] ?? 0) ?? 0)).toBeGreaterThan(
                worthSorting,
              );
          });
        }),
      );
    },
  );

  it("passes the empty months before the one that is asked for in one stage", () => {
    const counts = [0, 0, 0, 0, 10, 20, 9_000, 9_000, 0, 0].map((offers, month) => ({
      start: 24_312 + month,
      offers,
    }));
    expect(monthGroupsOf([...counts, { start: 32_767, offers: 0 }], 4_000)).toEqual([
      { starts: [24_312, 24_313, 24_314, 24_315, 24_316, 24_317], sorted: true },
      { starts: [24_318], sorted: false },
      { starts: [24_319], sorted: false },
      { starts: [24_320, 24_321, 32_767], sorted: true },
    ]);
  });
});
