import type { ChangeInWords } from "@/lib/offer/content/change-words";
import type { Remark } from "@/lib/offer/content/remarks";

/**
 * What can stand in the history of an offer: deeds of its structure, decisions of the agency, what
 * came by itself.
 */
const historyDeeds = [
  "created",
  "duplicated",
  "renewed",
  "submitted",
  "appliedAtOnce",
  "approved",
  "changesRequested",
  "refused",
  "decisionUndone",
  "published",
  "unpublished",
  "paused",
  "woken",
  "archived",
  "unarchived",
  "deleted",
  "restored",
  "renewalAnswered",
  "suspended",
  "suspensionLifted",
] as const;
export type HistoryDeed = (typeof historyDeeds)[number];

/**
 * Deeds of the audit log that the history tells; submissions and decisions are told from the
 * revisions, which stay, and suspensions from their own rows: those of the structure hold an offer
 * too.
 */
const auditDeeds: Readonly<Record<string, HistoryDeed>> = {
  "offer:create": "created",
  "offer:duplicate": "duplicated",
  "offer:renew": "renewed",
  "offer:publish": "published",
  "offer:unpublish": "unpublished",
  "offer:pause": "paused",
  "offer:wake": "woken",
  "offer:archive": "archived",
  "offer:unarchive": "unarchived",
  "offer:delete": "deleted",
  "offer:restore": "restored",
  "offer:answerRenewal": "renewalAnswered",
};

/**
 * Deeds that only moderators read of: the structure never heard of a decision that was taken back.
 */
const amongModerators: Readonly<Record<string, HistoryDeed>> = {
  "offer:undoDecision": "decisionUndone",
};

export function historyDeedOf(
  auditDeed: string,
  reader: "structure" | "moderator",
): HistoryDeed | null {
  const known = reader === "moderator" ? { ...auditDeeds, ...amongModerators } : auditDeeds;
  return Object.hasOwn(known, auditDeed) ? (known[auditDeed] ?? null) : null;
}

export interface HistoryEntry {
  at: Date;
  deed: HistoryDeed;
  /**
   * Someone by name; to a structure the agency speaks as one; null when the portal did it by
   * itself.
   */
  who: { kind: "person"; name: string } | { kind: "agency" } | null;
  /** The moderator's words, on the whole and on single parts. */
  reason: string;
  remarks: Remark[];
  /** Until when it was paused, what was answered. */
  detail: string;
  /** Against the version submitted before; empty for the first. */
  changes: ChangeInWords[];
}
