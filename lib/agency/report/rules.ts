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

/** What became of the offer and of its people. */
export type Treatment = ReportOutcome | "suspendedUntold" | "alreadySuspended";

export type ReportRefusal =
  | "notFound"
  | "tooManyReports"
  | "conflict"
  | "messageMissing"
  | "messageUnread"
  | "alreadySuspended"
  | "gone";

/** Whether an outcome says that the offer is suspended. */
export const suspends: Record<ReportOutcome, boolean> = { noEffect: false, suspended: true };

/**
 * Whether reports can be treated as they were read.
 * @param read those the moderator had before their eyes
 * @param open those of the offer that nobody has treated; ones that came since wait for another
 * look
 * @param inForce whether the offer is suspended: its people have read why, and a message to them is
 * owed, or kept, only where it is not
 */
export function treatmentRefusal(
  read: readonly string[],
  open: readonly string[],
  { outcome, message }: { outcome: ReportOutcome; message: string },
  inForce: boolean,
): ReportRefusal | null {
  if (read.length === 0 || !read.every((id) => open.includes(id))) return "conflict";
  const isWritten = message.trim() !== "";
  // What is written beside an outcome that tells nobody would be read by nobody.
  if (!suspends[outcome]) return isWritten ? "messageUnread" : null;
  if (isWritten !== inForce) return null;
  return inForce ? "alreadySuspended" : "messageMissing";
}
