import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { structure } from "./structure";

export const accountRole = pgEnum("account_role", ["administrator", "editor", "moderator"]);
export const accountState = pgEnum("account_state", ["active", "disabled", "closed"]);
export const tokenPurpose = pgEnum("token_purpose", [
  "confirmAddress",
  "choosePassword",
  "demoSignIn",
  "changeAddress",
  "joinStructure",
  "joinModerators",
]);
/** How a moderator hears of offers that wait. */
export const pendingDigest = pgEnum("pending_digest", ["atOnce", "daily", "weekly", "never"]);

/**
 * Someone who signs in: the administrator or an editor of a structure, or a moderator of the ARS
 * (no structure).
 */
export const account = pgTable(
  "account",
  {
    id: uuid("id").primaryKey(),
    structureId: uuid("structure_id").references(() => structure.id),
    role: accountRole("role").notNull(),
    /** Lower case, trimmed (see lib/people/account/schema.ts). */
    email: text("email").notNull().unique(),
    lastName: text("last_name").notNull(),
    firstName: text("first_name").notNull(),
    function: text("function").notNull(),
    /** E.164; empty for a moderator. */
    phone: text("phone").notNull(),
    /** Argon2id; null until the first password is chosen. */
    passwordHash: text("password_hash"),
    emailConfirmedAt: timestamp("email_confirmed_at", { withTimezone: true }),
    /** The address the owner wants instead; it replaces `email` when its own link is used. */
    newEmail: text("new_email"),
    /** Receipts of what the owner did; decisions of the ARS are always mailed. */
    wantsReceipts: boolean("wants_receipts").notNull().default(true),
    wantsReminders: boolean("wants_reminders").notNull().default(true),
    /**
     * Of all reminders and questions, whatever they are about: never more than one a week
     * (lib/offer/reminder/rules.ts).
     */
    remindedAt: timestamp("reminded_at", { withTimezone: true }),
    /** A moderator who also manages the moderators. */
    portalAdministrator: boolean("portal_administrator").notNull().default(false),
    /** Departments a moderator follows; none is the whole region. */
    followedDepartments: text("followed_departments").array().notNull().default([]),
    digest: pendingDigest("digest").notNull().default("atOnce"),
    /**
     * When the last digest was due, mailed or not, or the choice made: the next one is counted from
     * there.
     */
    digestedAt: timestamp("digested_at", { withTimezone: true }),
    state: accountState("state").notNull().default("active"),
    /**
     * When it was last let in again after it had been disabled: its time without use is counted
     * from there (lib/people/privacy).
     */
    enabledAt: timestamp("enabled_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    index("account_structure").on(table.structureId),
    // As the agency looks for somebody: by name or address, without accents.
    index("account_search").using(
      "gin",
      sql`folded(${table.firstName} || ' ' || ${table.lastName} || ' ' || ${table.email}) gin_trgm_ops`,
    ),
    check(
      "account_portal_administrator",
      sql`${table.role} = 'moderator' or not ${table.portalAdministrator}`,
    ),
  ],
);

/**
 * A sign-in. The cookie names this row, and the row is read at each request: revoking it signs out
 * at once.
 */
export const session = pgTable(
  "session",
  {
    id: uuid("id").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
    /** The browser as it presents itself, for the owner to recognise the session. */
    userAgent: text("user_agent").notNull().default(""),
    /** To the hour: a request more often than that writes nothing. */
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }),
    /** The account whose space a moderator looks at, and until when. */
    viewingAccountId: uuid("viewing_account_id").references(() => account.id, {
      onDelete: "set null",
    }),
    viewingUntil: timestamp("viewing_until", { withTimezone: true }),
  },
  (table) => [index("session_account").on(table.accountId)],
);

/**
 * A single-use link. The secret in the link is derived from the id (lib/platform/visitor/token.ts)
 * and never stored.
 */
export const token = pgTable(
  "token",
  {
    id: uuid("id").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    purpose: tokenPurpose("purpose").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    usedAt: timestamp("used_at", { withTimezone: true }),
  },
  (table) => [index("token_account").on(table.accountId)],
);

/** Counters of guarded attempts (passwords, mails asked for), one row per key and window. */
export const throttle = pgTable("throttle", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  windowEndsAt: timestamp("window_ends_at", { withTimezone: true }).notNull(),
  /** No attempt is taken before; null where none is made to wait within a window. */
  heldUntil: timestamp("held_until", { withTimezone: true }),
});
