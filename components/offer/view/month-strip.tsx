import type { StripMonths } from "@/lib/offer/availability/month-strip";

/**
 * The twelve months of a campaign, each as dark as its week is open, those that are over struck:
 * drawn by offer-marks.css, which can also draw it behind an element of a list.
 * @param words the same in words (`whenInWords`): what is read out, and shown under a mouse
 */
export function MonthStrip({
  strip: { shades, over },
  words,
}: {
  strip: StripMonths;
  words: string;
}) {
  return (
    <span
      role="img"
      title={words}
      className="month-strip border-control bg-surface text-ink"
      data-months={shades}
      data-months-over={over}
    >
      SONDJFMAMJJA
    </span>
  );
}
