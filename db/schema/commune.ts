import { sql } from "drizzle-orm";
import { boolean, doublePrecision, index, integer, pgTable, text } from "drizzle-orm/pg-core";

/**
 * The official list of communes (package @etalab/decoupage-administratif), loaded by
 * db/reference-data/communes.ts.
 */
export const commune = pgTable(
  "commune",
  {
    /** INSEE code. */
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    department: text("department").notNull(),
    postcodes: text("postcodes").array().notNull(),
    /** Names of the communes that became part of it. */
    formerNames: text("former_names").array().notNull().default([]),
    inhabitants: integer("inhabitants").notNull().default(0),
    /**
     * Degrees, WGS 84 (db/reference-data/commune-places.ts); null where nothing near it is known
     * either.
     */
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    /** False when the place is worked out from its neighbours. */
    placeKnown: boolean("place_known").notNull().default(false),
  },
  (table) => [
    index("commune_postcodes").using("gin", table.postcodes),
    // As people write it, from its first letters on (drizzle/0012).
    index("commune_named").on(sql`commune_key(${table.name}) text_pattern_ops`),
    index("commune_places").on(table.latitude, table.longitude),
  ],
);

/** Which version of each reference list is loaded, so that a start reloads only what changed. */
export const referenceData = pgTable("reference_data", {
  name: text("name").primaryKey(),
  version: text("version").notNull(),
});
