/** What a visitor can say is wrong with an offer. */
export const reportReasons = [
  "outdated",
  "wrongFacts",
  "noAnswer",
  "personalData",
  "unsuitable",
  "other",
] as const;
export type ReportReason = (typeof reportReasons)[number];

/** What a moderator makes of the reports of an offer. */
export const reportOutcomes = ["noEffect", "suspended"] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

export type ReportRefusal = "notFound" | "tooManyReports" | "conflict" | "messageMissing" | "gone";

/** Whether an outcome suspends the offer, and so owes its people a message. */
export const suspends: Record<ReportOutcome, boolean> = { noEffect: false, suspended: true };

/**
 * Whether reports can be treated as they were read.
 * @param read those the moderator had before their eyes
 * @param open those of the offer that nobody has treated; ones that came since wait for another
 * look
 */
export function treatmentRefusal(
  read: readonly string[],
  open: readonly string[],
  outcome: ReportOutcome,
  message: string,
): ReportRefusal | null {
  if (read.length === 0 || !read.every((id) => open.includes(id))) return "conflict";
  return suspends[outcome] && message.trim() === "" ? "messageMissing" : null;
}
