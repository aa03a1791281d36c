import { pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/**
 * What a scheduled job was last queued for: of all instances, the one that writes the row queues
 * the job.
 */
export const scheduledRun = pgTable(
  "scheduled_run",
  {
    name: text("name").notNull(),
    /** The minute or the day it was due, as text (lib/platform/jobs/schedule.ts). */
    due: text("due").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.due] })],
);
