import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Who did what when on which object. Written in the transaction of the deed; never updated. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    id: uuid("id").primaryKey(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    /** Null for the portal itself. */
    actorId: uuid("actor_id"),
    /** A code such as `offer:approve`. */
    deed: text("deed").notNull(),
    objectKind: text("object_kind").notNull(),
    objectId: uuid("object_id").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index("audit_entry_object").on(table.objectKind, table.objectId, table.id)],
);
