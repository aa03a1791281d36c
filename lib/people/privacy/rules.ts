import { daysBefore } from "@/lib/platform/values/days";

/** Months without a sign of life after which an account is closed. */
export const idleMonths = 24;
/** Days between the mail that says so and the closing. */
export const warningDays = 30;
/** Months that logs are kept: what was done, mails sent, sessions and links that ended. */
export const logMonths = 12;
/**
 * Days that a spreadsheet, an unanswered invitation and the local mailbox are kept: each repeats
 * what stands elsewhere.
 */
export const copyDays = 30;

/** Days an alert waits for the link in its mail to be followed. */
export const unconfirmedDays = 7;

export function monthsBefore(at: Date, months: number): Date {
  return shiftedByMonths(at, -months);
}

/** The same day of the month, or the last one of a shorter month. */
function shiftedByMonths(at: Date, months: number): Date {
  const moved = new Date(at);
  moved.setUTCMonth(moved.getUTCMonth() + months, 1);
  const lastDay = new Date(
    Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0),
  ).getUTCDate();
  moved.setUTCDate(Math.min(at.getUTCDate(), lastDay));
  return moved;
}

/**
 * The day an account is closed if nobody uses it until then: never less than 30 days after its
 * warning left.
 */
export function closesOn(lastSeen: Date, leftAt: Date): Date {
  const [end, afterWarning] = [
    shiftedByMonths(lastSeen, idleMonths),
    daysBefore(leftAt, -warningDays),
  ];
  return end > afterWarning ? end : afterWarning;
}

/** One that was given up is none. */
export interface Warning {
  /** When it was found due: it says nothing of a use after that. */
  dueAt: Date;
  /** Null while the outbox still holds it. */
  leftAt: Date | null;
}

/**
 * What an idle account is due: a warning 30 days before its two years are over, and its closing
 * when they are and the warning left 30 days ago. A warning from before its last use says nothing
 * any more.
 */
export function idleStep(
  lastSeen: Date,
  warning: Warning | null,
  now: Date,
): "warn" | "close" | null {
  if (now < daysBefore(shiftedByMonths(lastSeen, idleMonths), warningDays)) return null;
  if (!warning || warning.dueAt <= lastSeen) return "warn";
  return warning.leftAt && now >= closesOn(lastSeen, warning.leftAt) ? "close" : null;
}
