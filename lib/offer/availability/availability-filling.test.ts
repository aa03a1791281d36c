import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allSlots,
  halfDays,
  halfDaysOf,
  months,
  parseAvailability,
  withinMonths,
} from "./availability";
import {
  blockBetween,
  copyMonth,
  difference,
  fillWeek,
  put,
  slotsIn,
  weekOfPreset,
  weekPresets,
} from "./availability-filling";

const availability = fc.subarray([...allSlots]).map(parseAvailability);
const chosenMonths = fc.subarray([...months]);
const slot = fc.constantFrom(...allSlots);

describe("filling the grid", () => {
  it("puts a group as told, leaves the rest, and twice is once", () => {
    fc.assert(
      fc.property(availability, fc.subarray([...allSlots]), fc.boolean(), (value, group, open) => {
        const after = put(value, group, open);
        for (const one of allSlots)
          expect(after.includes(one)).toBe(group.includes(one) ? open : value.includes(one));
        expect(put(after, group, open)).toEqual(after);
      }),
      { numRuns: 50 },
    );
  });

  it("gives every chosen month exactly the week, and the others what they had", () => {
    fc.assert(
      fc.property(
        availability,
        chosenMonths,
        fc.constantFrom(...weekPresets),
        (value, chosen, preset) => {
          const after = fillWeek(value, chosen, weekOfPreset[preset]);
          for (const month of months)
            expect(halfDaysOf(after, month)).toEqual(
              chosen.includes(month) ? weekOfPreset[preset] : halfDaysOf(value, month),
            );
        },
      ),
    );
  });

  it("copies one month to others and touches no third", () => {
    fc.assert(
      fc.property(availability, fc.constantFrom(...months), chosenMonths, (value, from, to) => {
        const after = copyMonth(value, from, to);
        for (const month of months)
          expect(halfDaysOf(after, month)).toEqual(
            halfDaysOf(value, to.includes(month) ? from : month),
          );
      }),
    );
  });

  it(
    "paints the same block from either corner: both corners in it, chosen months only, a " +
      "full rectangle",
    () => {
      fc.assert(
        fc.property(slot, slot, chosenMonths, (a, b, others) => {
          const chosen = months.filter(
            (month) =>
              others.includes(month) || a.startsWith(`${month}:`) || b.startsWith(`${month}:`),
          );
          const block = parseAvailability(blockBetween(a, b, chosen));
          expect(parseAvailability(blockBetween(b, a, chosen))).toEqual(block);
          expect(block).toContain(a);
          expect(block).toContain(b);
          expect(withinMonths(block, chosen)).toEqual(block);
          const columns = months.filter((month) => halfDaysOf(block, month).length > 0);
          for (const month of columns)
            expect(halfDaysOf(block, month)).toEqual(halfDaysOf(block, columns[0] ?? month));
        }),
      );
    },
  );

  it("differs by nothing from itself, and a difference leads from one to the other", () => {
    fc.assert(
      fc.property(availability, availability, (a, b) => {
        expect(difference(a, a)).toEqual([]);
        expect(difference(difference(a, b), a)).toEqual(b);
      }),
      { numRuns: 50 },
    );
  });

  it("spares wednesdays and week-ends in the school week", () => {
    expect(
      slotsIn([3], weekOfPreset.schoolDays).filter((one) => /wednesday|saturday|sunday/.test(one)),
    ).toEqual([]);
    expect(weekOfPreset.schoolDays).toHaveLength(8);
    expect(weekOfPreset.wholeWeek).toEqual(halfDays);
  });
});
