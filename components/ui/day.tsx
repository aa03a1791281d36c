import { dayInWords } from "@/lib/platform/values/calendar-day";

/** «29 mai 2026». */
export function Day({ date }: { date: Date }) {
  return <time dateTime={date.toISOString()}>{dayInWords(date)}</time>;
}
