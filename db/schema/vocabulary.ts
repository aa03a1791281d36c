import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  integer,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

export const vocabularyKind = pgEnum("vocabulary_kind", [
  "theme",
  "audience",
  "structureType",
  "siteType",
]);

/**
 * One choice of a list the ARS edits; retired rather than deleted, so that what used it stays
 * readable.
 */
export const vocabularyTerm = pgTable(
  "vocabulary_term",
  {
    id: uuid("id").primaryKey(),
    kind: vocabularyKind("kind").notNull(),
    /** Its number in addresses and in the catalogue's index. */
    number: integer("number").generatedAlwaysAsIdentity().notNull(),
    label: text("label").notNull(),
    position: integer("position").notNull(),
    retiredAt: timestamp("retired_at", { withTimezone: true }),
    /**
     * The term it is read as since it was merged; never one that was merged itself
     * (docs/decisions/0010-vocabularies.md).
     */
    mergedIntoId: uuid("merged_into_id").references((): AnyPgColumn => vocabularyTerm.id),
  },
  (table) => [
    // Case and accents do not tell two terms apart; what was merged no longer stands in the way of
    // its label.
    uniqueIndex("vocabulary_term_label")
      .on(table.kind, sql`folded(${table.label})`)
      .where(sql`merged_into_id is null`),
  ],
);

/** Words that the agency has the search take for one another. */
export const searchSynonym = pgTable(
  "search_synonym",
  {
    id: uuid("id").primaryKey(),
    /** What offers say. */
    term: text("term").notNull(),
    /** What people type instead. */
    synonyms: text("synonyms").array().notNull(),
  },
  (table) => [uniqueIndex("search_synonym_term").on(sql`folded(${table.term})`)],
);
