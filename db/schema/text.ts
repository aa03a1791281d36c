import { pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * Words of pages and mails that the agency wrote itself; a code without a row says what
 * lib/reference/text/texts.ts says.
 */
export const agencyText = pgTable("agency_text", {
  code: text("code").primaryKey(),
  words: text("words").notNull(),
  writtenAt: timestamp("written_at", { withTimezone: true }).notNull(),
});
