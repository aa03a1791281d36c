import { pgEnum, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { vocabularyTerm } from "./vocabulary";

export const structureState = pgEnum("structure_state", ["active", "suspended"]);

/** A host structure (structure offrente) and the person who represents it. */
export const structure = pgTable("structure", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  street: text("street").notNull(),
  postcode: text("postcode").notNull(),
  /** INSEE code of the commune; its name and department are kept beside it because communes merge over the years. */
  communeCode: text("commune_code").notNull(),
  communeName: text("commune_name").notNull(),
  department: text("department").notNull(),
  typeId: uuid("type_id")
    .notNull()
    .references(() => vocabularyTerm.id),
  representativeName: text("representative_name").notNull(),
  representativeFunction: text("representative_function").notNull(),
  state: structureState("state").notNull().default("active"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
});
