import { index, pgEnum, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";
import { account } from "./account";
import { offer } from "./offer";

export const reminderKind = pgEnum("reminder_kind", [
  "unpublished",
  "draftWaiting",
  "correctionWaiting",
  "untouched",
  "elapsed",
]);

/** A reminder that was mailed, so that the same state of the same offer is not recalled twice. */
export const reminder = pgTable(
  "reminder",
  {
    id: uuid("id").primaryKey(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => account.id),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offer.id),
    kind: reminderKind("kind").notNull(),
    sentAt: timestamp("sent_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("reminder_offer").on(table.offerId, table.kind, table.sentAt)],
);
