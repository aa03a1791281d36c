import { sql } from "drizzle-orm";
import { index, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";

/**
 * A search somebody asked to be written about. Nothing is kept of who: an address and what is
 * looked for.
 */
export const searchAlert = pgTable(
  "search_alert",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    /** The search as addresses write it (lib/catalogue/search/filter.ts), always in one order. */
    query: text("query").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** Null until the link in the mail is followed: nothing else is sent before. */
    confirmedAt: timestamp("confirmed_at", { withTimezone: true }),
    /** Offers published after it are new to it. */
    notifiedUntil: timestamp("told_until", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("search_alert_once").on(table.email, table.query),
    index("search_alert_unconfirmed")
      .on(table.createdAt)
      .where(sql`confirmed_at is null`),
  ],
);
