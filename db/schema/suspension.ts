import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { account } from "./account";
import { offer } from "./offer";
import { structure } from "./structure";
import { vocabularyTerm } from "./vocabulary";

/**
 * What the ARS holds back: one offer, an account, a structure or a whole type of structure, exactly
 * one of the four. In force until it is lifted; of two moderators one suspends (the unique
 * indexes).
 */
export const suspension = pgTable(
  "suspension",
  {
    id: uuid("id").primaryKey(),
    offerId: uuid("offer_id").references(() => offer.id),
    accountId: uuid("account_id").references(() => account.id),
    structureId: uuid("structure_id").references(() => structure.id),
    typeId: uuid("type_id").references(() => vocabularyTerm.id),
    /** The moderator's words to those it concerns. */
    message: text("message").notNull(),
    suspendedBy: uuid("suspended_by")
      .notNull()
      .references(() => account.id),
    suspendedAt: timestamp("suspended_at", { withTimezone: true }).notNull(),
    liftedBy: uuid("lifted_by").references(() => account.id),
    liftedAt: timestamp("lifted_at", { withTimezone: true }),
  },
  (table) => [
    check(
      "suspension_of_one_thing",
      sql`num_nonnulls(offer_id, account_id, structure_id, type_id) = 1`,
    ),
    uniqueIndex("suspension_offer")
      .on(table.offerId)
      .where(sql`lifted_at is null`),
    uniqueIndex("suspension_account")
      .on(table.accountId)
      .where(sql`lifted_at is null`),
    uniqueIndex("suspension_structure")
      .on(table.structureId)
      .where(sql`lifted_at is null`),
    uniqueIndex("suspension_type")
      .on(table.typeId)
      .where(sql`lifted_at is null`),
    index("suspension_in_force")
      .on(table.id)
      .where(sql`lifted_at is null`),
  ],
);
