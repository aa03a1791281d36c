import { index, pgTable, text } from "drizzle-orm/pg-core";

/** The official list of communes (package @etalab/decoupage-administratif), loaded by db/seed/communes.ts. */
export const commune = pgTable(
  "commune",
  {
    /** INSEE code. */
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    department: text("department").notNull(),
    postcodes: text("postcodes").array().notNull(),
  },
  (table) => [index("commune_postcodes").using("gin", table.postcodes)],
);

/** Which version of each reference list is loaded, so that a start reloads only what changed. */
export const referenceData = pgTable("reference_data", {
  name: text("name").primaryKey(),
  version: text("version").notNull(),
});
