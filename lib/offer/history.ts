import type { ChangeInWords } from "./change-words";

/** What can stand in the history of an offer: deeds of its structure, decisions of the agency, what came by itself. */
export const historyDeeds = [
  "created",
  "duplicated",
  "renewed",
  "submitted",
  "appliedAtOnce",
  "approved",
  "changesRequested",
  "refused",
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

/** Deeds of the audit log that the history tells; submissions and decisions are told from the revisions, which stay. */
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
  "offer:suspend": "suspended",
  "offer:lift": "suspensionLifted",
};

export function historyDeedOf(auditDeed: string): HistoryDeed | null {
  return Object.hasOwn(auditDeeds, auditDeed) ? (auditDeeds[auditDeed] ?? null) : null;
}

export interface HistoryEntry {
  at: Date;
  deed: HistoryDeed;
  /** Someone of the structure by name; the agency speaks as one; null when the portal did it by itself. */
  who: { kind: "colleague"; name: string } | { kind: "agency" } | null;
  /** The moderator's words. */
  reason: string;
  /** Until when it was paused, what was answered. */
  detail: string;
  /** Against the version submitted before; empty for the first. */
  changes: ChangeInWords[];
}
