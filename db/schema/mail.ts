import { index, integer, jsonb, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const mailState = pgEnum("mail_state", ["queued", "sent", "failed"]);

/**
 * The outbox: one row per mail, written in the transaction of the event it tells of. Its id is the
 * idempotency key.
 */
export const mail = pgTable(
  "mail",
  {
    id: uuid("id").primaryKey(),
    /** The letter’s `kind` (lib/mails). */
    kind: text("kind").notNull(),
    recipient: text("recipient").notNull(),
    /** Identifiers only: the job reads current data when it sends. */
    params: jsonb("params").$type<Record<string, string>>().notNull(),
    state: mailState("state").notNull().default("queued"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    sentAt: timestamp("sent_at", { withTimezone: true }),
  },
  (table) => [index("mail_state_created").on(table.state, table.createdAt)],
);

/** What the local transport "sent": readable at /boite-aux-lettres in local and demo mode only. */
export const mailboxMessage = pgTable("mailbox_message", {
  /** Id of the mail; a second delivery of the same mail changes nothing. */
  id: uuid("id").primaryKey(),
  recipient: text("recipient").notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  html: text("html").notNull(),
  receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
});
