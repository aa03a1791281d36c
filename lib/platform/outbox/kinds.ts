/**
 * The parameters of every letter by its kind: empty here, because the outbox knows no letter.
 * lib/mails/registry.ts fills it in from the letters there are, so that a kind without a letter
 * cannot be enqueued.
 */
export interface MailKinds {}
export type MailKind = keyof MailKinds;

/** What a letter says. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
  /** Who an answer goes to; absent, the portal's own address. */
  replyTo?: string;
  /** Such as List-Unsubscribe. */
  headers?: Record<string, string>;
}

/** A letter ready to leave. */
export interface AddressedLetter extends Letter {
  /** The idempotency key: the id of the mail's row. */
  id: string;
  recipient: string;
}

/** What the wing of the letters does for the outbox. */
export interface Writer {
  /** Whether the row keeps no address once the letter is gone: the last word to who leaves. */
  isFarewell: boolean;
  /**
   * Writes it from current data.
   * @returns null when what it tells of is no longer so, or it may not reach this address
   */
  write: (mail: { params: unknown; recipient: string }) => Promise<Letter | null>;
}
