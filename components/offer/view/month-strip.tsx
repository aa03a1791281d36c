import { months } from "@/lib/offer/availability/availability";
import { monthLabels } from "@/lib/offer/availability/availability-words";
import type { MonthStrip as Strip } from "@/lib/offer/availability/month-strip";

const initials = months.map((month) => monthLabels[month].charAt(0)).join("");

/**
 * The twelve months of a campaign, each as dark as its week is open, those that are over struck. One
 * element, drawn by offer-marks.css: a list has twenty of them.
 * @param words the same in words (`whenInWords`): what is read out, and shown under a mouse
 */
export function MonthStrip({ strip: { shades, over }, words }: { strip: Strip; words: string }) {
  return (
    <span
      role="img"
      title={words}
      className="month-strip border-control bg-surface text-ink"
      data-months={shades}
      data-months-over={over}
    >
      {initials}
    </span>
  );
}
