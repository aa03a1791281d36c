import type { Availability } from "@/lib/offer/availability/availability";
import { isElapsed } from "@/lib/offer/availability/elapsed";
import type { Publication, Validation } from "@/lib/offer/lifecycle/rules";
import { isRenewalSeason } from "@/lib/offer/renewal/rules";

export const reminderKinds = [
  "correctionWaiting",
  "unpublished",
  "draftWaiting",
  "elapsed",
  "untouched",
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

const day = 24 * 3600_000;

/** Days without a gesture of its owner before each reminder. */
export const reminderAfterDays: Record<ReminderKind, number> = {
  correctionWaiting: 7,
  unpublished: 3,
  draftWaiting: 7,
  elapsed: 7,
  untouched: 365,
};

/** Never more than one mail in that many days for an account, questions of renewal included. */
export const quietDays = 7;

/** What the rule needs to know of an offer. */
export interface RemindedOffer {
  validation: Validation;
  publication: Publication;
  /** It was public once: its owner knows how, and took it off on purpose. */
  wasPublished: boolean;
  hasDraft: boolean;
  /** See {@link asksForMonths}. */
  elapsed: boolean;
  archived: boolean;
  deleted: boolean;
  /** The last thing that happened to it. */
  updatedAt: Date;
}

/** Whether its owner is asked to add months: from 1 May on the question of renewal says more. */
export function asksForMonths(availability: Availability, campaign: number, now: Date): boolean {
  return isElapsed(availability, campaign, now) && !isRenewalSeason(campaign, now);
}

/** What an offer waits for, whether it is time to say so or not: the most pressing thing only. */
export function waitingFor(offer: RemindedOffer): Exclude<ReminderKind, "untouched"> | null {
  if (offer.validation === "changesRequested") return "correctionWaiting";
  if (offer.validation === "approved" && offer.publication === "unpublished" && !offer.wasPublished)
    return "unpublished";
  if (offer.validation === "draft" || (offer.hasDraft && offer.validation !== "refused"))
    return "draftWaiting";
  if (offer.validation === "approved" && offer.publication === "published" && offer.elapsed)
    return "elapsed";
  return null;
}

/**
 * The reminder an offer deserves now. The same state is recalled once: what was said since the
 * offer last changed is not said again.
 * @param said when each reminder of this offer was last sent
 */
export function dueReminder(
  offer: RemindedOffer,
  said: Partial<Record<ReminderKind, Date>>,
  now: Date,
): ReminderKind | null {
  if (offer.archived || offer.deleted || offer.validation === "refused") return null;
  const idle = now.getTime() - offer.updatedAt.getTime();
  const waiting = waitingFor(offer);
  const candidates: ReminderKind[] = waiting ? [waiting, "untouched"] : ["untouched"];
  const isDue = (kind: ReminderKind) =>
    idle >= reminderAfterDays[kind] * day &&
    (said[kind]?.getTime() ?? 0) < offer.updatedAt.getTime();
  return candidates.find(isDue) ?? null;
}

/** Whether an account may be written to now. */
export function mayRemind(
  account: {
    wantsReminders: boolean;
    active: boolean;
    addressConfirmed: boolean;
    remindedAt: Date | null;
  },
  now: Date,
): boolean {
  if (!account.wantsReminders || !account.active || !account.addressConfirmed) return false;
  return (
    account.remindedAt === null || now.getTime() - account.remindedAt.getTime() >= quietDays * day
  );
}
