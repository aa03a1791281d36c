import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allSlots, covers, fromNumbers, halfDays, intersection, months, parseAvailability, slotNumber, slotOf, toggle, toNumbers, union, withinMonths } from "./availability";
import { availabilityWords } from "./availability-words";

const availability = fc.subarray([...allSlots]).map(parseAvailability);

describe("availability", () => {
  it("has 168 slots with 168 numbers that fit a smallint", () => {
    expect(new Set(allSlots.map(slotNumber)).size).toBe(168);
    expect(Math.max(...allSlots.map(slotNumber))).toBeLessThan(32_768);
  });

  it("reads back what it wrote, in any order and with strangers among it", () => {
    fc.assert(
      fc.property(availability, (value) => {
        expect(fromNumbers(toNumbers(value).reverse())).toEqual(value);
        expect(parseAvailability([...value, "13:monday-am", "", ...value].reverse())).toEqual(value);
      }),
    );
  });

  it("toggles a group on unless all of it is on, and twice changes nothing for a full or empty group", () => {
    fc.assert(
      fc.property(availability, fc.constantFrom(...months), (value, month) => {
        const column = halfDays.map((halfDay) => slotOf(month, halfDay));
        const toggled = toggle(value, column);
        expect(covers(toggled, column)).toBe(!covers(value, column));
        expect(intersection(toggled, withinMonths(value, months.filter((other) => other !== month)))).toEqual(withinMonths(value, months.filter((other) => other !== month)));
      }),
    );
  });

  it("behaves as sets do", () => {
    fc.assert(
      fc.property(availability, availability, (a, b) => {
        expect(covers(union(a, b), a)).toBe(true);
        expect(covers(a, intersection(a, b))).toBe(true);
        expect(union(a, b)).toEqual(union(b, a));
      }),
    );
  });

  it.each([
    [[3, 4, 5], ["monday-am", "tuesday-am", "thursday-am"], ["Mars à mai : lundi, mardi et jeudi matin"]],
    [[12, 1], ["wednesday-am", "wednesday-pm"], ["Décembre et janvier : mercredi, matin et après-midi"]],
    [[9], [...halfDays], ["Septembre : tous les jours, matin et après-midi"]],
  ])("says %j × %j in words", (chosen, week, expected) => {
    expect(availabilityWords(parseAvailability(chosen.flatMap((month) => week.map((halfDay) => `${month}:${halfDay}`))))).toEqual(expected);
  });

  it("has words for every month that is open", () => {
    fc.assert(fc.property(availability, (value) => availabilityWords(value).length > 0 === value.length > 0));
  });
});
