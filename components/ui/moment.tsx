import { momentInWords } from "@/lib/platform/values/calendar-day";

/** «29 mai 2026, 14:05». */
export function Moment({ date }: { date: Date }) {
  return (
    <time dateTime={date.toISOString()} className="whitespace-nowrap">
      {momentInWords(date)}
    </time>
  );
}
