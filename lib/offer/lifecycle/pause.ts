import { dayAfter, dayOf } from "@/lib/platform/values/calendar-day";

/** The days a pause may end on: from tomorrow, one year at most. */
export function pauseBounds(now: Date): { first: string; last: string } {
  const today = dayOf(now);
  return { first: dayAfter(today, 1), last: dayAfter(today, 365) };
}

/** @param day `yyyy-mm-dd`, the day the offer comes back */
export function pauseRefusal(day: string, now: Date): "pauseTooEarly" | "pauseTooLong" | null {
  const { first, last } = pauseBounds(now);
  if (day < first) return "pauseTooEarly";
  return day > last ? "pauseTooLong" : null;
}
