import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * What a form that was sent has already done (lib/platform/database/once.ts): sent again, it does
 * nothing and is answered the same.
 */
export const sentForm = pgTable("sent_form", {
  /** A digest of who sent what, and which of its transactions. */
  step: text("step").primaryKey(),
  at: timestamp("at", { withTimezone: true }).notNull(),
  answer: jsonb("answer").$type<{ value?: unknown }>(),
});
