import { dayOf } from "@/lib/platform/values/calendar-day";

/**
 * The campaign (academic year, 1 September to 31 August) an offer deposited on this day belongs to.
 * From June on people prepare the next year, which is why the change comes before September.
 * @returns the campaign's first year: 2026 for 2026–2027
 */
export function campaignFor(date: Date): number {
  const [year = 0, month = 1] = dayOf(date).split("-").map(Number);
  return month >= 6 ? year : year - 1;
}

/** «2026-2027». */
export function campaignLabel(campaign: number): string {
  return `${campaign}-${campaign + 1}`;
}
