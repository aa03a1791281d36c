import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { account } from "./account";
import { structure } from "./structure";

export const validation = pgEnum("validation", [
  "draft",
  "pending",
  "approved",
  "changesRequested",
  "refused",
]);
export const publication = pgEnum("publication", ["unpublished", "onApproval", "published"]);
export const revisionDecision = pgEnum("revision_decision", [
  "pending",
  "approved",
  "changesRequested",
  "refused",
  "superseded",
]);

/**
 * An internship offer: its two axes (lib/offer/lifecycle/rules.ts), its working copy and its
 * revisions.
 */
export const offer = pgTable(
  "offer",
  {
    id: uuid("id").primaryKey(),
    /** Public, short and not enumerable (lib/offer/content/reference.ts). */
    reference: text("reference").notNull().unique(),
    structureId: uuid("structure_id")
      .notNull()
      .references(() => structure.id),
    /** The account that deposits the offer and receives its mails. */
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    /** First year of the campaign: 2026 is 1 September 2026 to 31 August 2027. */
    campaign: integer("campaign").notNull(),
    validation: validation("validation").notNull().default("draft"),
    publication: publication("publication").notNull().default("unpublished"),
    publishedAt: timestamp("published_at", { withTimezone: true }),
    /** Of the current revision, for the order of the queue; null for an offer never submitted. */
    submittedAt: timestamp("submitted_at", { withTimezone: true }),
    /**
     * When its submission was asked for by someone who has yet to confirm their address: it leaves
     * as they do.
     */
    submissionAskedAt: timestamp("submission_asked_at", { withTimezone: true }),
    /** What the offeror is typing, as typed; null when it equals the current revision. */
    draft: jsonb("draft"),
    /** Who typed last, for the colleague who meets a newer draft. */
    draftBy: uuid("draft_by").references(() => account.id),
    currentRevisionId: uuid("current_revision_id"),
    approvedRevisionId: uuid("approved_revision_id"),
    /** Rises by one at each write; a command names the version it was decided on. */
    version: integer("version").notNull().default(1),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
    /** Published but out of sight until then; null when it is not paused. */
    pausedUntil: timestamp("paused_until", { withTimezone: true }),
    archivedAt: timestamp("archived_at", { withTimezone: true }),
    deletedAt: timestamp("deleted_at", { withTimezone: true }),
    /** The offer this one was duplicated or renewed from. */
    copiedFromId: uuid("copied_from_id"),
  },
  (table) => [
    index("offer_structure").on(table.structureId, table.id),
    index("offer_account").on(table.accountId),
    index("offer_once_published")
      .on(table.structureId)
      .where(sql`published_at is not null`),
    index("offer_paused")
      .on(table.pausedUntil)
      .where(sql`paused_until is not null`),
    index("offer_pending")
      .on(table.submittedAt, table.id)
      .where(sql`validation = 'pending' and deleted_at is null`),
    // All that the ARS's lists and figures ask of an offer before they look at its content.
    index("offer_listed")
      .on(table.campaign, table.validation, table.id, table.currentRevisionId)
      .where(sql`deleted_at is null and current_revision_id is not null`),
  ],
);

/**
 * One submitted content. The row is immutable but for its decision (a trigger in drizzle/ holds
 * it).
 */
export const offerRevision = pgTable(
  "offer_revision",
  {
    id: uuid("id").primaryKey(),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offer.id),
    /** 1 for the first submission of the offer. */
    number: integer("number").notNull(),
    content: jsonb("content").notNull(),
    /** SHA-256 of the canonical content, hexadecimal. */
    contentHash: text("content_hash").notNull(),
    decision: revisionDecision("decision").notNull().default("pending"),
    /** Why a correction is asked for or the offer refused; empty otherwise. */
    reason: text("reason").notNull().default(""),
    /**
     * What the moderator wrote about single parts of the content, shown to the offeror at the
     * fields.
     */
    comments: jsonb("comments").notNull().default({}),
    /** True when the change needed no validation and was applied at once (significance rule). */
    minor: boolean("minor").notNull().default(false),
    submittedBy: uuid("submitted_by")
      .notNull()
      .references(() => account.id),
    submittedAt: timestamp("submitted_at", { withTimezone: true }).notNull(),
    decidedBy: uuid("decided_by").references(() => account.id),
    decidedAt: timestamp("decided_at", { withTimezone: true }),
  },
  (table) => [
    unique("offer_revision_number").on(table.offerId, table.number),
    // When what was submitted and decided, without reading the contents.
    index("offer_revision_history").on(
      table.offerId,
      table.number,
      table.submittedAt,
      table.decidedAt,
      table.decision,
      table.minor,
    ),
  ],
);

/**
 * What lists and figures of the ARS count by, of each submitted content, in columns: reading it out
 * of 100,000 contents would take seconds. A trigger (drizzle/) writes the row with its revision;
 * only a term that is merged changes it.
 */
export const revisionFacts = pgTable(
  "revision_facts",
  {
    revisionId: uuid("revision_id")
      .primaryKey()
      .references(() => offerRevision.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    /** Of the site. */
    department: text("department").notNull(),
    places: integer("places").notNull(),
    themeIds: uuid("theme_ids").array().notNull(),
    audienceIds: uuid("audience_ids").array().notNull(),
    /** Slot numbers of lib/offer/availability/availability.ts. */
    slots: smallint("slots").array().notNull(),
  },
  (table) => [
    index("revision_facts_themes").using("gin", table.themeIds),
    index("revision_facts_audiences").using("gin", table.audienceIds),
    index("revision_facts_slots").using("gin", table.slots),
    // As the agency looks for an offer, without accents.
    index("revision_facts_search").using("gin", sql`folded(${table.title}) gin_trgm_ops`),
  ],
);

export const renewalAnswer = pgEnum("renewal_answer", ["yes", "maybe", "no"]);

/** «Renouvelez-vous cette offre ?», asked once per offer and campaign; the answer may change. */
export const renewal = pgTable(
  "renewal",
  {
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offer.id),
    /** The campaign it would be renewed for. */
    campaign: integer("campaign").notNull(),
    askedAt: timestamp("asked_at", { withTimezone: true }).notNull(),
    answer: renewalAnswer("answer"),
    answeredAt: timestamp("answered_at", { withTimezone: true }),
    /** The draft that «Oui» made. */
    renewedOfferId: uuid("renewed_offer_id").references(() => offer.id),
  },
  (table) => [primaryKey({ columns: [table.offerId, table.campaign] })],
);
