import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { offer } from "./offer";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * The read model of the public catalogue: one row per offer that anyone may see, written in the
 * transaction that changes its visibility (lib/offer/projection/commands). Public pages read
 * nothing else.
 */
export const publicOffer = pgTable(
  "public_offer",
  {
    offerId: uuid("offer_id")
      .primaryKey()
      .references(() => offer.id),
    reference: text("reference").notNull().unique(),
    revisionId: uuid("revision_id").notNull(),
    campaign: integer("campaign").notNull(),
    title: text("title").notNull(),
    structureName: text("structure_name").notNull(),
    communeName: text("commune_name").notNull(),
    /** INSEE code. */
    commune: text("commune").notNull(),
    department: text("department").notNull(),
    places: integer("places").notNull(),
    lodging: boolean("lodging").notNull(),
    catering: boolean("catering").notNull(),
    /**
     * The first month to come that it can host in, 32,767 for none (`startOf` of
     * lib/offer/projection/facets.ts).
     */
    start: smallint("start").notNull(),
    /**
     * In which of 1,024 equal parts of the catalogue it is; those below 64 are the sample
     * (lib/catalogue/search/queries/search-size.ts).
     */
    part: smallint("part").notNull(),
    /**
     * All that a search filters and counts by but the slots, as numbers
     * (lib/offer/projection/facets.ts).
     */
    facets: integer("facets").array().notNull(),
    /** Of the months to come, as numbers (lib/offer/availability/availability.ts). */
    slots: smallint("slots").array().notNull(),
    /**
     * Its terms and slots, each with its department in one number (`department_facets` of
     * drizzle/0023, lib/offer/projection/facets.ts).
     */
    departmentFacets: integer("department_facets")
      .array()
      .notNull()
      .generatedAlwaysAs(sql`department_facets(department, facets, slots)`),
    /**
     * All that the offer's own page shows beside the columns, and nothing that it does not: read
     * with `readPage` (lib/offer/projection/stored-page.ts).
     */
    page: jsonb("page").notNull(),
    publishedAt: timestamp("published_at", { withTimezone: true }).notNull(),
    search: tsvector("search").notNull(),
  },
  (table) => [
    // One index for all that narrows: PostgreSQL intersects its keys without reading a row.
    index("public_offer_found")
      .using("gin", table.search, table.facets, table.slots, table.departmentFacets)
      .with({ fastupdate: false }),
    // The same for one offer in sixteen: what is told of a great many is told from them.
    index("public_offer_sample")
      .using("gin", table.search, table.facets, table.slots, table.departmentFacets)
      .with({ fastupdate: false })
      .where(sql`part < 64`),
    index("public_offer_sample_commune")
      .on(table.commune)
      .where(sql`part < 64`),
    // As the agency looks for an offer by where it takes place.
    index("public_offer_commune_search").using(
      "gin",
      sql`folded(${table.communeName}) gin_trgm_ops`,
    ),
    // One for each order, for searches that find too much to be sorted.
    index("public_offer_newest").on(
      table.publishedAt.desc().nullsFirst(),
      table.offerId.desc().nullsFirst(),
    ),
    // Those of which nothing is to come: they stand last in every order.
    index("public_offer_elapsed")
      .on(table.publishedAt.desc().nullsFirst(), table.offerId.desc().nullsFirst())
      .where(sql`start = 32767`),
    index("public_offer_start").on(
      table.start,
      table.publishedAt.desc().nullsFirst(),
      table.offerId.desc().nullsFirst(),
    ),
    index("public_offer_commune").on(
      table.commune,
      table.publishedAt.desc().nullsFirst(),
      table.offerId.desc().nullsFirst(),
    ),
  ],
);

/**
 * Words of the catalogue as people write them, for who mistypes one. A word that no public offer
 * has any more may stay until the next night: it is proposed to nobody
 * (lib/catalogue/search/queries/words.ts asks whether it finds something).
 */
export const catalogueWord = pgTable("catalogue_word", {
  /** Lower case, without accents; a trigram index stands on it (drizzle/0011). */
  word: text("word").primaryKey(),
});

/**
 * Which catalogue it is: every change of its rows, or of the lists they are read with, draws one of
 * these marks anew (triggers of drizzle/0014). All of them together are its version. There are as
 * many as there were writers at once, so that none waits for another, and no mark ever comes back,
 * not even with a restored database.
 */
export const catalogueMark = pgTable("catalogue_mark", {
  place: uuid("place").primaryKey().defaultRandom(),
  mark: uuid("mark").notNull(),
});
