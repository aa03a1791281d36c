import { dayOf } from "@/lib/platform/values/calendar-day";
import { daysBefore } from "@/lib/platform/values/days";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";

export const renewalAnswers = ["yes", "maybe", "no"] as const;
export type RenewalAnswer = (typeof renewalAnswers)[number];

/** Days after «Peut-être» before the question comes back. */
export const maybeDays = 21;

/**
 * The campaign an offer would be renewed for: the next one, or the present one for an offer left
 * behind.
 */
export function renewalTarget(campaign: number, now: Date): number {
  return Math.max(campaign + 1, campaignFor(now));
}

/** From 1 May of an offer's campaign on, its renewal is something to think of. */
export function isRenewalSeason(campaign: number, now: Date): boolean {
  return dayOf(now) >= `${campaign + 1}-05-01`;
}

/**
 * The campaign whose offers are asked about today, from 1 May to 31 August: 2026 in May 2027. Null
 * outside.
 */
export function campaignAskedAbout(now: Date): number | null {
  const [year, month] = dayOf(now).split("-").map(Number);
  return year !== undefined && month !== undefined && month >= 5 && month <= 8 ? year - 1 : null;
}

/** A question is asked once, and again three weeks after each «Peut-être». */
export function isQuestionDue(
  asked: { answer: RenewalAnswer | null; askedAt: Date; answeredAt: Date | null } | null,
  now: Date,
): boolean {
  if (!asked) return true;
  if (asked.answer !== "maybe") return false;
  const since = Math.max(asked.askedAt.getTime(), asked.answeredAt?.getTime() ?? 0);
  return now.getTime() - since >= maybeDays * 24 * 3600_000;
}

/**
 * Whether the question comes back after a «Peut-être»: not once its season is over by then. A day
 * more, as who answers after the morning's mails are asked by those of the day after.
 */
export function comesBack(answeredAt: Date): boolean {
  return campaignAskedAbout(daysBefore(answeredAt, -maybeDays - 1)) !== null;
}

/**
 * Links of a question answer until the year after is well under way. @param campaign the one it
 * would be renewed for
 */
export function isAnswerable(campaign: number, now: Date): boolean {
  return dayOf(now) < `${campaign + 1}-01-01`;
}
