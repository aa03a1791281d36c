import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  index,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { vocabularyTerm } from "./vocabulary";

/** `closed`: its last person left. What the ARS suspends stands in the table `suspension`. */
export const structureState = pgEnum("structure_state", ["active", "closed"]);

/** A host structure (structure offrente) and the person who represents it. */
export const structure = pgTable(
  "structure",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    street: text("street").notNull(),
    postcode: text("postcode").notNull(),
    /**
     * INSEE code of the commune; its name and department are kept beside it because communes merge
     * over the years.
     */
    communeCode: text("commune_code").notNull(),
    communeName: text("commune_name").notNull(),
    department: text("department").notNull(),
    /** The last line of its mail address where that is a CEDEX: «54035 NANCY CEDEX», or empty. */
    cedex: text("cedex").notNull().default(""),
    typeId: uuid("type_id")
      .notNull()
      .references(() => vocabularyTerm.id),
    representativeName: text("representative_name").notNull(),
    representativeFunction: text("representative_function").notNull(),
    state: structureState("state").notNull().default("active"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** The structure that everything of this one moved to; such a one is in no list. */
    mergedIntoId: uuid("merged_into_id").references((): AnyPgColumn => structure.id),
  },
  (table) => [
    index("structure_name").on(sql`${table.name} collate "und-x-icu"`, table.id),
    index("structure_search").using(
      "gin",
      sql`folded(${table.name} || ' ' || ${table.communeName}) gin_trgm_ops`,
    ),
  ],
);

/**
 * A place where the structure hosts, kept to be picked in the form. Offers copy it: editing it
 * changes none of them.
 */
export const structureSite = pgTable(
  "structure_site",
  {
    id: uuid("id").primaryKey(),
    structureId: uuid("structure_id")
      .notNull()
      .references(() => structure.id),
    name: text("name").notNull(),
    street: text("street").notNull(),
    postcode: text("postcode").notNull(),
    communeCode: text("commune_code").notNull(),
    communeName: text("commune_name").notNull(),
    typeId: uuid("type_id")
      .notNull()
      .references(() => vocabularyTerm.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("structure_site_structure").on(table.structureId, table.name)],
);

/**
 * Someone who supervises students, kept to be picked in the form; offers copy it as they copy a
 * site.
 */
export const localReferent = pgTable(
  "local_referent",
  {
    id: uuid("id").primaryKey(),
    structureId: uuid("structure_id")
      .notNull()
      .references(() => structure.id),
    name: text("name").notNull(),
    function: text("function").notNull(),
    /** E.164. */
    phone: text("phone").notNull(),
    email: text("email").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("local_referent_structure").on(table.structureId, table.name)],
);
