/** How plots are laid out and what their scales are; numbers in, numbers out. */

/** Round whole numbers from 0 to at least `max`, six of them at most. */
export function ticks(max: number): number[] {
  const wanted = Math.max(1, max) / 5;
  const magnitude = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * magnitude).find((candidate) => candidate >= wanted) ??
      10 * magnitude,
  );
  return Array.from({ length: Math.ceil(Math.max(1, max) / step) + 1 }, (_, index) => index * step);
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Columns side by side in groups, standing on the lower edge of a box.
 * @param groups values of each group, all of one length
 * @param top the value at the upper edge
 * @returns the columns of each group, in the same order
 */
export function columnsIn(box: Box, groups: readonly (readonly number[])[], top: number): Box[][] {
  const room = box.width / Math.max(1, groups.length);
  return groups.map((values, group) => {
    const width = (room * 0.8) / Math.max(1, values.length);
    return values.map((value, index) => {
      const height = top <= 0 ? 0 : (box.height * Math.max(0, Math.min(value, top))) / top;
      return {
        x: box.x + room * group + room * 0.1 + width * index,
        y: box.y + box.height - height,
        width,
        height,
      };
    });
  });
}

/**
 * Months of a campaign's plot, `2026-09`, without a gap: from June, when its offers begin to come,
 * to the present month or the end of August, and whatever else was found.
 */
export function timelineMonths(
  campaign: number,
  found: readonly string[],
  present: string,
): string[] {
  const [opening, closing] = [`${campaign}-06`, `${campaign + 1}-08`];
  const known = [
    ...found,
    opening,
    present < closing ? (present < opening ? opening : present) : closing,
  ].sort();
  const [first = opening, last = closing] = [known[0], known.at(-1)];
  const list: string[] = [];
  for (let month = first; month <= last && list.length < 120; month = monthAfter(month))
    list.push(month);
  return list;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** First and last day of a month, `2026-09`. */
export function daysOfMonth(month: string): { first: string; last: string } {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return {
    first: `${month}-01`,
    last: `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`,
  };
}

/** The same day a year before, `2025-11-25`; 28 February for the 29th. */
export function yearBefore(day: string): string {
  const earlier = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return earlier.endsWith("-02-29") ? `${earlier.slice(0, 4)}-02-28` : earlier;
}

/** Whether a campaign is under way on a day, its preparation included. */
export function isUnderWay(campaign: number, day: string): boolean {
  return day >= `${campaign}-06-01` && day <= `${campaign + 1}-08-31`;
}

/** Whether nothing is added to a campaign any more: its last day, 31 August, is over. */
export function hasEnded(campaign: number, day: string): boolean {
  return day > `${campaign + 1}-08-31`;
}

/**
 * Hours that decisions take, in the ranges that a plot shows (see `delai` of
 * lib/agency/moderation/offer-filter.ts).
 */
export const delayBands = ["0-24", "24-72", "72-168", "168-336", "336-720", "720-"] as const;
