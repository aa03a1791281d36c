/** How long a decision can be taken back. */
export const undoSeconds = 30;

/** Its mail waits a little longer, so that the two never meet. */
export const mailDelaySeconds = undoSeconds + 5;

export type UndoRefusal = "undoTooLate" | "undoMovedOn";

/**
 * Whether a decision can still be taken back: its mail has not left, and nobody went on with the
 * offer.
 * @param decision instant, and version of the offer it led to
 * @param offerVersion as it stands now
 */
export function undoRefusal(
  decision: { at: Date; version: number },
  offerVersion: number,
  now: Date,
): UndoRefusal | null {
  if (now.getTime() - decision.at.getTime() > undoSeconds * 1000) return "undoTooLate";
  return offerVersion === decision.version ? null : "undoMovedOn";
}
