import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stagesOf } from "./stages";

const found = fc.array(fc.nat({ max: 9_000 }), { minLength: 13, maxLength: 13 });
const first = fc.integer({ min: 0, max: 12 });
const worth = fc.integer({ min: 1, max: 5_000 });

describe("the way through a search by when its offers start", () => {
  it("goes through every month once, in their order, from the first", () => {
    fc.assert(
      fc.property(found, first, worth, (offers, from, worthSorting) => {
        const months = stagesOf(offers, from, worthSorting).flatMap((stage) => Array.from({ length: stage.to - stage.from + 1 }, (_, month) => stage.from + month));
        expect(months).toEqual(Array.from({ length: 13 - from }, (_, month) => from + month));
      }),
    );
  });

  it("sorts no more than is worth it, walks through nothing that is not full, and takes together what it can", () => {
    fc.assert(
      fc.property(found, first, worth, (offers, from, worthSorting) => {
        const held = (stage: { from: number; to: number }) => offers.slice(stage.from, stage.to + 1).reduce((sum, here) => sum + here, 0);
        const stages = stagesOf(offers, from, worthSorting);
        for (const stage of stages) expect(stage.sorted).toBe(held(stage) <= worthSorting);
        stages.slice(1).forEach((stage, index) => {
          const before = stages[index];
          if (stage.sorted && before?.sorted) expect(held(before) + (offers[stage.from] ?? 0)).toBeGreaterThan(worthSorting);
        });
      }),
    );
  });

  it("passes the empty months before the one that is asked for in one stage", () => {
    expect(stagesOf([0, 0, 0, 0, 10, 20, 9_000, 9_000, 0, 0, 0, 0, 0], 0, 4_000)).toEqual([
      { from: 0, to: 5, sorted: true },
      { from: 6, to: 6, sorted: false },
      { from: 7, to: 7, sorted: false },
      { from: 8, to: 12, sorted: true },
    ]);
  });
});
