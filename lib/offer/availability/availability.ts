/**
 * When an offer can host: for each month of the year, the half-days of the week it is open.
 *
 * One value serves the form's grid, the filters, the database and the words shown to people. It is
 * a plain set of slots kept in campaign order (September first), so equal availabilities are equal
 * as JSON too.
 */

/** Calendar months in the order of a campaign, 1 September to 31 August. */
export const months = [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8] as const;
export type Month = (typeof months)[number];

export const days = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Day = (typeof days)[number];

export const periods = ["am", "pm"] as const;
export type Period = (typeof periods)[number];

export type HalfDay = `${Day}-${Period}`;
/** All 14 half-days, Monday morning first. */
export const halfDays: readonly HalfDay[] = days.flatMap((day) =>
  periods.map((period) => `${day}-${period}` as const),
);

/** One half-day of one month, such as `3:monday-am`. */
export type Slot = `${Month}:${HalfDay}`;
/** All 168 slots in campaign order. */
export const allSlots: readonly Slot[] = months.flatMap((month) =>
  halfDays.map((halfDay) => slotOf(month, halfDay)),
);

/** A set of slots without repetition, in the order of {@link allSlots}. */
export type Availability = readonly Slot[];

// Written down once: a page of offers asks for thousands.
const parts: ReadonlyMap<string, { month: Month; halfDay: HalfDay; number: number }> = new Map(
  months.flatMap((month) =>
    halfDays.map((halfDay, index) => [
      slotOf(month, halfDay),
      { month, halfDay, number: month * halfDays.length + index },
    ]),
  ),
);

export function slotOf(month: Month, halfDay: HalfDay): Slot {
  return `${month}:${halfDay}`;
}

export function isSlot(value: string): value is Slot {
  return parts.has(value);
}

export function isMonth(value: number): value is Month {
  return (months as readonly number[]).includes(value);
}

/**
 * Reads slots that came from outside (a form, an address, the database).
 * @param values candidate slots, any order, repetitions allowed; what is not a slot is left out
 */
export function parseAvailability(values: Iterable<string>): Availability {
  const chosen = new Set(values);
  return allSlots.filter((slot) => chosen.has(slot));
}

/** The slots that belong to one of these months. */
export function withinMonths(availability: Availability, chosen: readonly Month[]): Availability {
  return availability.filter((slot) => chosen.includes(monthOf(slot)));
}

export function monthOf(slot: Slot): Month {
  return partsOf(slot).month;
}

export function halfDayOf(slot: Slot): HalfDay {
  return partsOf(slot).halfDay;
}

function partsOf(slot: Slot) {
  const found = parts.get(slot);
  if (!found) throw new TypeError(`« ${slot} » is no slot.`);
  return found;
}

/** Months with at least one slot, in campaign order. */
export function monthsOf(availability: Availability): Month[] {
  const open = new Set(availability.map(monthOf));
  return months.filter((month) => open.has(month));
}

/** Half-days open in one month, Monday morning first. */
export function halfDaysOf(availability: Availability, month: Month): HalfDay[] {
  return availability.filter((slot) => monthOf(slot) === month).map(halfDayOf);
}

/**
 * The months that have slots, those together that have the same week in each of the availabilities.
 */
export function monthsAlike(availabilities: readonly Availability[]): Month[][] {
  const groups = new Map<string, Month[]>();
  for (const month of monthsOf(availabilities.flat())) {
    const weeks = availabilities.map((each) => halfDaysOf(each, month).join()).join(";");
    groups.set(weeks, [...(groups.get(weeks) ?? []), month]);
  }
  return [...groups.values()];
}

/**
 * Turns a group of slots (a cell, a month's column, a day's row) on or off: all on when one of them
 * is off, all off when all of them are on.
 */
export function toggle(availability: Availability, group: readonly Slot[]): Availability {
  const chosen = new Set<string>(availability);
  const full = group.every((slot) => chosen.has(slot));
  for (const slot of group) {
    if (full) chosen.delete(slot);
    else chosen.add(slot);
  }
  return parseAvailability(chosen);
}

export function union(a: Availability, b: Availability): Availability {
  return parseAvailability([...a, ...b]);
}

/**
 * Number of a slot in Postgres (`smallint[]` with a GIN index): calendar month × 14 + half-day, 14
 * to 181. Calendar month rather than campaign order, so that a stored number never changes its
 * meaning.
 */
export function slotNumber(slot: Slot): number {
  return parts.get(slot)?.number ?? 0;
}

export function toNumbers(availability: Availability): number[] {
  return availability.map(slotNumber).sort((a, b) => a - b);
}

/** The inverse of {@link toNumbers}; unknown numbers are left out. */
export function fromNumbers(given: Iterable<number>): Availability {
  const chosen = new Set(given);
  return allSlots.filter((slot) => chosen.has(slotNumber(slot)));
}
