import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allSlots, days, halfDays, months } from "@/lib/offer/availability/availability";
import { cellAt, type GridCell, moveInGrid, placeOf } from "./grid-moves";

const keys = [
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Home",
  "End",
  "PageUp",
  "PageDown",
];
const chosen = fc.subarray([...months], { minLength: 1 });

describe("moves in the slot grid", () => {
  it.each<[GridCell, string, GridCell]>([
    ["week", "ArrowRight", "month:3"],
    ["week", "ArrowDown", "day:monday"],
    ["month:3", "ArrowLeft", "week"],
    ["month:3", "ArrowDown", "3:monday-am"],
    ["day:monday", "ArrowDown", "day:tuesday"],
    ["day:tuesday", "ArrowUp", "day:monday"],
    ["day:monday", "ArrowRight", "half:monday-am"],
    ["half:monday-pm", "ArrowLeft", "day:monday"],
    ["3:monday-am", "ArrowLeft", "half:monday-am"],
    ["3:tuesday-am", "PageDown", "3:wednesday-am"],
    ["3:tuesday-am", "PageUp", "3:monday-am"],
    ["4:monday-am", "Home", "day:monday"],
    ["day:monday", "End", "5:monday-am"],
    ["5:sunday-pm", "ArrowDown", "5:sunday-pm"],
    ["5:sunday-pm", "ArrowRight", "5:sunday-pm"],
    ["9:sunday-pm", "ArrowRight", "month:3"],
  ])("leads from %s by %s to %s", (from, key, to) =>
    expect(moveInGrid(from, key, false, [3, 4, 5])).toBe(to),
  );

  it("leads to both corners with Control", () => {
    expect(moveInGrid("4:monday-am", "Home", true, [3, 4, 5])).toBe("week");
    expect(moveInGrid("4:monday-am", "End", true, [3, 4, 5])).toBe("5:sunday-pm");
    expect(moveInGrid("4:monday-am", "a", false, [3, 4, 5])).toBeNull();
  });

  it("never leads out of what is shown, and finds each cell where it is", () => {
    const cells: GridCell[] = [
      "week",
      ...months.map((month) => `month:${month}` as const),
      ...days.map((day) => `day:${day}` as const),
      ...halfDays.map((halfDay) => `half:${halfDay}` as const),
      ...allSlots,
    ];
    fc.assert(
      fc.property(
        chosen,
        fc.constantFrom(...cells),
        fc.constantFrom(...keys),
        fc.boolean(),
        (shown, cell, key, control) => {
          const next = moveInGrid(cell, key, control, shown);
          expect(next && cellAt(placeOf(next, shown), shown)).toBe(next);
        },
      ),
    );
  });

  it("reaches every cell from the corner by arrows", () => {
    fc.assert(
      fc.property(chosen, (shown) => {
        const met = new Set<GridCell>(["week"]);
        for (const cell of met)
          for (const key of keys.slice(0, 4)) met.add(moveInGrid(cell, key, false, shown) ?? cell);
        expect(met.size).toBe(
          1 + days.length + halfDays.length + shown.length * (1 + halfDays.length),
        );
      }),
    );
  });
});
