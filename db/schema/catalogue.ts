import { customType, boolean, index, integer, jsonb, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { PublicOfferPage } from "@/lib/catalogue/schema";
import { offer } from "./offer";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * The read model of the public catalogue: one row per offer that anyone may see, written in the transaction that
 * changes its visibility (lib/catalogue/commands.ts). Public pages read nothing else.
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
    department: text("department").notNull(),
    themeIds: uuid("theme_ids").array().notNull(),
    audienceIds: uuid("audience_ids").array().notNull(),
    siteTypeId: uuid("site_type_id").notNull(),
    places: integer("places").notNull(),
    lodging: boolean("lodging").notNull(),
    catering: boolean("catering").notNull(),
    /** Calendar months, 1 to 12. */
    months: smallint("months").array().notNull(),
    /** Slot numbers of lib/offer/availability.ts. */
    slots: smallint("slots").array().notNull(),
    /** All that the offer's own page shows, and nothing that it does not. */
    page: jsonb("page").$type<PublicOfferPage>().notNull(),
    publishedAt: timestamp("published_at", { withTimezone: true }).notNull(),
    search: tsvector("search").notNull(),
  },
  (table) => [
    index("public_offer_search").using("gin", table.search),
    index("public_offer_themes").using("gin", table.themeIds),
    index("public_offer_slots").using("gin", table.slots),
    index("public_offer_newest").on(table.publishedAt.desc(), table.offerId),
    index("public_offer_department").on(table.department),
  ],
);
