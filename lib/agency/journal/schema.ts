import { z } from "zod";
import { deedGroups } from "@/lib/platform/audit/labels";
import { isDay } from "@/lib/platform/values/calendar-day";
import { line } from "@/lib/platform/values/fields";

const day = z.string().refine(isDay).or(z.literal("")).catch("");

/**
 * The filters of the log, read from the address; what does not parse is as if it had not been said.
 */
export const journalFilterSchema = z.object({
  /** Name or address of who did it. */
  qui: line(120, "La recherche").catch(""),
  quoi: z.enum(deedGroups).or(z.literal("")).catch(""),
  /** Reference of an offer, or words of a structure's name. */
  objet: line(120, "La recherche").catch(""),
  du: day,
  au: day,
});

export type JournalFilter = z.output<typeof journalFilterSchema>;

export interface JournalEntryDto {
  id: string;
  at: Date;
  deed: string;
  /** Empty for the portal itself, and for an account whose name was erased. */
  actor: string;
  actorKind: "moderator" | "offeror" | "portal";
  object: {
    kind: string;
    id: string;
    label: string;
    /** An offer that has a page for the ARS. */
    opens: boolean;
  };
}
