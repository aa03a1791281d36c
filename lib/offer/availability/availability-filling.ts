/**
 * Ways to fill the grid other than cell by cell: a block that is painted, a week given to all
 * chosen months, a month copied to others. Pure set operations on an {@link Availability}.
 */
import {
  type Availability,
  type Day,
  days,
  type HalfDay,
  halfDayOf,
  halfDays,
  halfDaysOf,
  type Month,
  monthOf,
  months,
  parseAvailability,
  periods,
  type Slot,
  slotOf,
} from "./availability";

/** Weeks that hosts often mean, in the order they are offered. */
export const weekPresets = [
  "wholeWeek",
  "workingDays",
  "schoolDays",
  "mornings",
  "afternoons",
  "nothing",
] as const;
export type WeekPreset = (typeof weekPresets)[number];

const workingDays: readonly Day[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const schoolDays: readonly Day[] = ["monday", "tuesday", "thursday", "friday"];

export const weekOfPreset: Record<WeekPreset, readonly HalfDay[]> = {
  wholeWeek: halfDays,
  workingDays: halfDaysOn(workingDays, periods),
  schoolDays: halfDaysOn(schoolDays, periods),
  mornings: halfDaysOn(workingDays, ["am"]),
  afternoons: halfDaysOn(workingDays, ["pm"]),
  nothing: [],
};

function halfDaysOn(
  chosenDays: readonly Day[],
  chosenPeriods: readonly (typeof periods)[number][],
): HalfDay[] {
  return days
    .filter((day) => chosenDays.includes(day))
    .flatMap((day) => chosenPeriods.map((period) => `${day}-${period}` as const));
}

/** All slots of these half-days in these months. */
export function slotsIn(chosen: readonly Month[], week: readonly HalfDay[]): Slot[] {
  return chosen.flatMap((month) => week.map((halfDay) => slotOf(month, halfDay)));
}

/** Opens or closes a group of slots, whatever they were. */
export function put(
  availability: Availability,
  group: readonly Slot[],
  open: boolean,
): Availability {
  const chosen = new Set<string>(availability);
  for (const slot of group) {
    if (open) chosen.add(slot);
    else chosen.delete(slot);
  }
  return parseAvailability(chosen);
}

/** Gives the chosen months this week and no other slot; other months keep theirs. */
export function fillWeek(
  availability: Availability,
  chosen: readonly Month[],
  week: readonly HalfDay[],
): Availability {
  return put(put(availability, slotsIn(chosen, halfDays), false), slotsIn(chosen, week), true);
}

/** Gives other months the week of one month, in place of their own. */
export function copyMonth(
  availability: Availability,
  from: Month,
  to: readonly Month[],
): Availability {
  return fillWeek(availability, to, halfDaysOf(availability, from));
}

/**
 * The block between two opposite corners, as it is seen on a screen.
 * @param chosen the months whose columns are shown: the others are passed over
 */
export function blockBetween(corner: Slot, opposite: Slot, chosen: readonly Month[]): Slot[] {
  const [left, right] = ordered(months.indexOf(monthOf(corner)), months.indexOf(monthOf(opposite)));
  const [top, bottom] = ordered(
    halfDays.indexOf(halfDayOf(corner)),
    halfDays.indexOf(halfDayOf(opposite)),
  );
  const columns = months.slice(left, right + 1).filter((month) => chosen.includes(month));
  return slotsIn(columns, halfDays.slice(top, bottom + 1));
}

function ordered(a: number, b: number): [number, number] {
  return a < b ? [a, b] : [b, a];
}

/** Slots that are open in one and closed in the other. */
export function difference(a: Availability, b: Availability): Availability {
  return parseAvailability([
    ...a.filter((slot) => !b.includes(slot)),
    ...b.filter((slot) => !a.includes(slot)),
  ]);
}
