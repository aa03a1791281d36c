import { bigint, date, integer, pgTable, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { structure } from "./structure";

/**
 * What the accounts of a structure sent in a day. Its row is also what uploads of one structure
 * wait for in turn.
 */
export const uploadTally = pgTable(
  "upload_tally",
  {
    structureId: uuid("structure_id")
      .notNull()
      .references(() => structure.id, { onDelete: "cascade" }),
    /** In Paris. */
    day: date("day").notNull(),
    documents: integer("documents").notNull().default(0),
    /** Of these documents. */
    bytes: bigint("bytes", { mode: "number" }).notNull().default(0),
    /** Files of offers that were read. */
    imports: integer("imports").notNull().default(0),
    /** A file is being read until then at the latest. */
    readingUntil: timestamp("reading_until", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.structureId, table.day] })],
);
