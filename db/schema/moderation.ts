import { index, integer, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { account } from "./account";
import { offer, offerRevision, publication, revisionDecision } from "./offer";

/**
 * A moderator looks at a pending offer: others see it, and their queue leads past it, until it runs
 * out.
 */
export const offerClaim = pgTable("moderation_watch", {
  offerId: uuid("offer_id")
    .primaryKey()
    .references(() => offer.id),
  accountId: uuid("account_id")
    .notNull()
    .references(() => account.id),
  until: timestamp("until", { withTimezone: true }).notNull(),
});

/**
 * What an offer was before a decision, for as long as the decision can be taken back
 * (lib/offer/lifecycle/undo.ts).
 */
export const moderationDecision = pgTable(
  "moderation_decision",
  {
    id: uuid("id").primaryKey(),
    /** Decisions taken by one gesture are taken back by one. */
    batchId: uuid("batch_id").notNull(),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offer.id),
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => offerRevision.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    at: timestamp("at", { withTimezone: true }).notNull(),
    /** Of the offer once decided: another one means that someone went on with it. */
    version: integer("version").notNull(),
    publication: publication("publication").notNull(),
    publishedAt: timestamp("published_at", { withTimezone: true }),
    approvedRevisionId: uuid("approved_revision_id"),
    /** Mails that wait for the time to run out. */
    mailIds: uuid("mail_ids").array().notNull(),
  },
  (table) => [
    index("moderation_decision_batch").on(table.batchId),
    index("moderation_decision_offer").on(table.offerId),
  ],
);

/** A word among moderators about an offer. Its structure never reads it. */
export const moderatorNote = pgTable(
  "moderator_note",
  {
    id: uuid("id").primaryKey(),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offer.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    at: timestamp("at", { withTimezone: true }).notNull(),
    words: text("words").notNull(),
  },
  (table) => [index("moderator_note_offer").on(table.offerId, table.id)],
);

/** A reason that moderators write often, kept to be taken up and adapted. */
export const reasonTemplate = pgTable(
  "reason_template",
  {
    id: uuid("id").primaryKey(),
    /** The decision it gives a reason for: `changesRequested` or `refused`. */
    decision: revisionDecision("decision").notNull(),
    name: text("name").notNull(),
    words: text("words").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [unique("reason_template_name").on(table.decision, table.name)],
);
