import { date, integer, pgTable } from "drizzle-orm/pg-core";

/** When structures may submit offers for a campaign. One that has no row is open all year. */
export const campaign = pgTable("campaign", {
  /** Its first year: 2026 is 1 September 2026 to 31 August 2027. */
  year: integer("year").primaryKey(),
  /** First and last day in Paris, `yyyy-mm-dd`; null for no limit. */
  opensOn: date("opens_on", { mode: "string" }),
  closesOn: date("closes_on", { mode: "string" }),
});
