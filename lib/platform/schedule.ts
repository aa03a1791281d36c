/** Jobs that nobody asks for: when each is due. Pure; lib/platform/jobs.ts queues them. */
export const schedules = {
  /** Offers whose pause ended come back. */
  wakeOffers: { every: "minute" },
  /** A month that ended is no longer shown as one to come. */
  elapseMonths: { every: "minute" },
  /** What came late to a structure that was merged follows it. */
  followMerges: { every: "minute" },
  /** What was deleted 30 days ago is deleted for good. */
  purgeOffers: { every: "day", hour: 3 },
  /** What has been kept long enough is forgotten. */
  purgeTraces: { every: "day", hour: 4 },
  /** Accounts nobody uses are warned, then closed. */
  closeIdleAccounts: { every: "day", hour: 9 },
  /** Who follows a search hears of its new offers. */
  tellAlerts: { every: "day", hour: 7 },
  /** Moderators who asked for it hear of the offers that wait. */
  digestPending: { every: "day", hour: 7 },
  /** Reminders and questions of renewal, when people begin their day. */
  remindAccounts: { every: "day", hour: 8 },
} as const satisfies Record<string, { every: "minute" } | { every: "day"; hour: number }>;

export type ScheduledJob = keyof typeof schedules;

const paris = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/**
 * The latest moment a schedule was due, as a key that stays the same until the next one.
 * @param schedule `day` with the hour in Paris
 * @returns for example `2026-11-24 20:31` or `2026-11-24`; null on a day whose hour has not come
 */
export function dueKey(
  schedule: { every: "minute" } | { every: "day"; hour: number },
  at: Date,
): string | null {
  const parts = Object.fromEntries(paris.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = `${parts.year}-${parts.month}-${parts.day}`;
  if (schedule.every === "minute") return `${day} ${parts.hour}:${parts.minute}`;
  return Number(parts.hour) >= schedule.hour ? day : null;
}
