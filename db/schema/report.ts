import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { account } from "./account";
import { offer } from "./offer";

export const reportReason = pgEnum("report_reason", [
  "outdated",
  "wrongFacts",
  "noAnswer",
  "personalData",
  "unsuitable",
  "other",
]);
export const reportOutcome = pgEnum("report_outcome", ["noEffect", "suspended"]);

/** «Signaler»: what a visitor says about a public offer, until a moderator has treated it. */
export const report = pgTable(
  "report",
  {
    id: uuid("id").primaryKey(),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offer.id),
    reason: reportReason("reason").notNull(),
    words: text("words").notNull(),
    /**
     * Where an answer may be sent; null when none was given, or once it was forgotten
     * (lib/people/privacy).
     */
    email: text("email"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    outcome: reportOutcome("outcome"),
    treatedBy: uuid("treated_by").references(() => account.id),
    treatedAt: timestamp("treated_at", { withTimezone: true }),
  },
  (table) => [
    index("report_offer").on(table.offerId, table.id),
    index("report_open")
      .on(table.id)
      .where(sql`treated_at is null`),
    index("report_treated")
      .on(table.id)
      .where(sql`treated_at is not null`),
  ],
);
