/** When a job nobody asks for is due. */
export type Schedule =
  | { every: "minute" }
  /** `hour` in Paris; late when the portal was down at that hour, and once a day all the same. */
  | { every: "day"; hour: number };

const paris = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  hourCycle: "h23",
});

/**
 * The latest moment a schedule was due, as a key that stays the same until the next one.
 * Minutes are those of UTC: in Paris an hour comes twice when winter time begins, and what runs
 * every minute would stand still in the second.
 * @returns for example `2026-11-24T19:31` or `2026-11-24`; null on a day whose hour has not come
 */
export function dueKey(schedule: Schedule, at: Date): string | null {
  if (schedule.every === "minute") return at.toISOString().slice(0, 16);
  const parts = Object.fromEntries(paris.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = `${parts.year}-${parts.month}-${parts.day}`;
  return Number(parts.hour) >= schedule.hour ? day : null;
}
