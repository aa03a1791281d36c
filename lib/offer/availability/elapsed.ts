import { dayOf } from "@/lib/platform/values/calendar-day";
import { type Availability, type Month, monthOf, months } from "./availability";

/**
 * Which months are over: an offer is of one campaign, so its «mars» is a month of one year. Nobody
 * writes anything when a month ends; whoever reads asks the clock.
 */

/**
 * Months counted through all campaigns, so that one is before another whatever their years: 12 a
 * campaign, September first. It fits a smallint for 700 years.
 */
export function monthNumber(campaign: number, month: Month): number {
  return campaign * months.length + months.indexOf(month);
}

/** The number of the month that is running in Paris. */
export function currentMonth(now: Date): number {
  const [year = 0, month = 1] = dayOf(now).split("-").map(Number);
  return month >= 9 ? monthNumber(year, month as Month) : monthNumber(year - 1, month as Month);
}

/** Whether a month of a campaign is over. */
export function isMonthOver(campaign: number, month: Month, now: Date): boolean {
  return monthNumber(campaign, month) < currentMonth(now);
}

/** The slots of the month that is running and of those after it. @param campaign of the offer */
export function toCome(availability: Availability, campaign: number, now: Date): Availability {
  const current = currentMonth(now);
  return availability.filter((slot) => monthNumber(campaign, monthOf(slot)) >= current);
}

/** Whether an offer had months and all of them are over. */
export function isElapsed(availability: Availability, campaign: number, now: Date): boolean {
  return availability.length > 0 && toCome(availability, campaign, now).length === 0;
}

/** Whether a campaign has no month left: there is none to add to an offer of it. */
export function isCampaignOver(campaign: number, now: Date): boolean {
  return isMonthOver(campaign, 8, now);
}

/**
 * The months there are to choose, in the order they come: from the one that is running to the end
 * of its campaign, and behind them those of the next campaign that are wanted already.
 */
export function monthsFromNow(now: Date, isWanted: (month: Month) => boolean): Month[] {
  const place = currentMonth(now) % months.length;
  return [...months.slice(place), ...months.slice(0, place).filter(isWanted)];
}
