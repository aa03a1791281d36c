import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allSlots,
  fromNumbers,
  halfDays,
  months,
  monthsAlike,
  parseAvailability,
  type Slot,
  slotNumber,
  slotOf,
  toggle,
  toNumbers,
  union,
  withinMonths,
} from "./availability";
import { availabilityWords } from "./availability-words";

const covers = (a: readonly Slot[], b: readonly Slot[]) => b.every((slot) => a.includes(slot));

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
        expect(parseAvailability([...value, "13:monday-am", "", ...value].reverse())).toEqual(
          value,
        );
      }),
    );
  });

  it(
    "toggles a group on unless all of it is on, and twice changes nothing for a full or " +
      "empty group",
    () => {
      fc.assert(
        fc.property(availability, fc.constantFrom(...months), (value, month) => {
          const column = halfDays.map((halfDay) => slotOf(month, halfDay));
          const toggled = toggle(value, column);
          const others = months.filter((other) => other !== month);
          expect(covers(toggled, column)).toBe(!covers(value, column));
          expect(withinMonths(toggled, others)).toEqual(withinMonths(value, others));
        }),
      );
    },
  );

  it("behaves as sets do", () => {
    fc.assert(
      fc.property(availability, availability, (a, b) => {
        expect(covers(union(a, b), a)).toBe(true);
        expect(union(a, a)).toEqual(a);
        expect(union(a, b)).toEqual(union(b, a));
      }),
    );
  });

  it.each([
    [
      [3, 4, 5],
      ["monday-am", "tuesday-am", "thursday-am"],
      ["Mars à mai : lundi, mardi et jeudi matin"],
    ],
    [
      [12, 1],
      ["wednesday-am", "wednesday-pm"],
      ["Décembre et janvier : mercredi toute la journée"],
    ],
    [[9], [...halfDays], ["Septembre : tous les jours, toute la journée"]],
    [
      [...months],
      halfDays.filter((halfDay) => !/^(saturday|sunday)/.test(halfDay)),
      ["Toute l’année : du lundi au vendredi toute la journée"],
    ],
    [
      [3, 4],
      halfDays.filter((halfDay) => !/^(wednesday|saturday|sunday)/.test(halfDay)),
      ["Mars et avril : lundi, mardi, jeudi et vendredi toute la journée"],
    ],
    [
      [6],
      halfDays.filter((halfDay) => halfDay !== "wednesday-am"),
      ["Juin : tous les jours sauf mercredi matin"],
    ],
    [[1], halfDays.filter((halfDay) => halfDay.endsWith("pm")), ["Janvier : tous les après-midi"]],
    [
      [1],
      ["monday-am", "tuesday-am", "tuesday-pm", "wednesday-am"],
      ["Janvier : mardi toute la journée ; lundi et mercredi matin"],
    ],
  ])("says %j × %j in words", (chosen, week, expected) => {
    expect(
      availabilityWords(
        parseAvailability(chosen.flatMap((month) => week.map((halfDay) => `${month}:${halfDay}`))),
      ),
    ).toEqual(expected);
  });

  it("has words for every month that is open", () => {
    fc.assert(
      fc.property(
        availability,
        (value) => availabilityWords(value).length > 0 === value.length > 0,
      ),
    );
  });

  it("has different words for each of the 16 384 weeks and each of the 4 096 sets of months", () => {
    const subset = <T>(all: readonly T[], number: number) =>
      all.filter((_, index) => (number >> index) & 1);
    const weeks = Array.from({ length: 2 ** 14 }, (_, number) =>
      availabilityWords(subset(halfDays, number).map((halfDay) => slotOf(3, halfDay))).join(),
    );
    const sets = Array.from({ length: 2 ** 12 }, (_, number) =>
      availabilityWords(subset(months, number).map((month) => slotOf(month, "monday-am"))).join(),
    );
    expect(new Set(weeks).size).toBe(2 ** 14);
    expect(new Set(sets).size).toBe(2 ** 12);
  }, 60_000);

  it("has other words as soon as one slot changes", () => {
    fc.assert(
      fc.property(
        availability,
        fc.constantFrom(...allSlots),
        (value, slot) =>
          availabilityWords(value).join() !== availabilityWords(toggle(value, [slot])).join(),
      ),
    );
  });
});

describe("months alike", () => {
  const [monday, tuesday] = ["monday-am", "tuesday-pm"] as const;

  it.each([
    ["none without slots", [[]], []],
    ["those of the same week", [[slotOf(9, monday), slotOf(3, monday)]], [[9, 3]]],
    ["not those of another", [[slotOf(9, monday), slotOf(3, tuesday)]], [[9], [3]]],
    [
      "in each of two availabilities",
      [
        [slotOf(9, monday), slotOf(10, monday)],
        [slotOf(10, monday), slotOf(11, tuesday)],
      ],
      [[9], [10], [11]],
    ],
  ] as const)("are %s", (_, availabilities, groups) => {
    expect(monthsAlike(availabilities)).toEqual(groups);
  });
});
