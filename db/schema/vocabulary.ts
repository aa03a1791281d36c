import { integer, pgEnum, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";

export const vocabularyKind = pgEnum("vocabulary_kind", ["theme", "audience", "structureType", "siteType"]);

/** One choice of a list the ARS edits; retired rather than deleted, so that what used it stays readable. */
export const vocabularyTerm = pgTable(
  "vocabulary_term",
  {
    id: uuid("id").primaryKey(),
    kind: vocabularyKind("kind").notNull(),
    label: text("label").notNull(),
    position: integer("position").notNull(),
    retiredAt: timestamp("retired_at", { withTimezone: true }),
  },
  (table) => [unique("vocabulary_term_kind_label").on(table.kind, table.label)],
);
