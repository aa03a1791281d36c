/** How a moderator hears of offers that wait. */
export const digests = ["atOnce", "daily", "weekly", "never"] as const;
export type Digest = (typeof digests)[number];

const day = 24 * 3600_000;

/** Days since 1 January 1970. @param date `yyyy-mm-dd` */
function dayNumber(date: string): number {
  return Math.floor(new Date(`${date}T12:00:00Z`).getTime() / day);
}

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
function weekNumber(date: string): number {
  return Math.floor((dayNumber(date) + 3) / 7);
}

/**
 * Whether a digest leaves today: once a day, or once a week, on Monday or on the first day the
 * portal is up after it.
 * @param last day of the last digest, sent or with nothing to say, or the day it was chosen,
 * `yyyy-mm-dd` in Paris; null when there was none
 */
export function isDigestDue(digest: Digest, last: string | null, today: string): boolean {
  switch (digest) {
    case "atOnce":
    case "never":
      return false;
    case "daily":
      return last === null || dayNumber(today) > dayNumber(last);
    case "weekly":
      return last === null || weekNumber(today) > weekNumber(last);
  }
}
