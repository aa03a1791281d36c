import { index, integer, jsonb, pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { account } from "./account";
import { structure } from "./structure";

export const importState = pgEnum("import_state", ["preview", "running", "done", "cancelled"]);

/** A spreadsheet of offers: read and checked first, written into drafts once its owner says so. */
export const offerImport = pgTable(
  "offer_import",
  {
    id: uuid("id").primaryKey(),
    structureId: uuid("structure_id")
      .notNull()
      .references(() => structure.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    fileName: text("file_name").notNull(),
    state: importState("state").notNull().default("preview"),
    rows: jsonb("rows").notNull(),
    /** Rows gone through so far, those that are left aside included. */
    written: integer("written").notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
  },
  (table) => [index("offer_import_structure").on(table.structureId, table.createdAt)],
);
