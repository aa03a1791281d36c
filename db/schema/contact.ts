import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
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
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("offer_message_age").on(table.createdAt)],
);
