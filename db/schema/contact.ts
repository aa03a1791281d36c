import { index, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { offer } from "./offer";

/**
 * What somebody wrote to the structure of a public offer, until it is forgotten
 * (lib/people/privacy).
 */
export const offerMessage = pgTable(
  "offer_message",
  {
    id: uuid("id").primaryKey(),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offer.id),
    name: text("name").notNull(),
    email: text("email").notNull(),
    /** The training establishment, or empty. */
    establishment: text("establishment").notNull(),
    words: text("words").notNull(),
    /** How many would come; null before it was asked. */
    students: smallint("students"),
    /** What they study (lib/catalogue/contact/labels.ts). */
    disciplines: text("disciplines").array().notNull().default([]),
    /** When they would come, as far as it was said: months from 1, and half-days. */
    months: smallint("months").array().notNull().default([]),
    halfDays: text("half_days").array().notNull().default([]),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    index("offer_message_age").on(table.createdAt),
    index("offer_message_offer").on(table.offerId),
  ],
);
