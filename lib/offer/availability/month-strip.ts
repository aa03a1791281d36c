import { shadeOf } from "@/lib/platform/values/shades";
import { type Availability, halfDays, halfDaysOf, months, monthsOf } from "./availability";
import { currentMonth, monthNumber } from "./elapsed";

/** The year of an offer at one look. */
export interface StripMonths {
  /**
   * Its open months, each with how much of its week is open, 1 to 4 (`shadeOf`): «11-2 12-2». As
   * components/offer/view/offer-marks.css reads it.
   */
  shades: string;
  /** How many months of the campaign are over, from September on: 0 to 12. */
  over: number;
}

/** @param availability all of it, what is over included @param campaign of the offer */
export function monthStrip(availability: Availability, campaign: number, now: Date): StripMonths {
  const since = currentMonth(now) - monthNumber(campaign, months[0]);
  return {
    shades: monthsOf(availability)
      .map(
        (month) => `${month}-${shadeOf(halfDaysOf(availability, month).length, halfDays.length)}`,
      )
      .join(" "),
    over: Math.max(0, Math.min(months.length, since)),
  };
}
