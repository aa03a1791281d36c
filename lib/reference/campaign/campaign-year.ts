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

/** «Campagne 2026-2027 : de septembre 2026 à août 2027.» */
export function campaignInWords(campaign: number): string {
  return (
    `Campagne ${campaignLabel(campaign)}\u00a0: de septembre ${campaign} ` +
    `à août ${campaign + 1}.`
  );
}
