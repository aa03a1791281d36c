import { z } from "zod";
import { type Availability, halfDays, months } from "@/lib/offer/availability/availability";
import type { ListedContent } from "@/lib/offer/content/listed";
import type { Publication, Validation } from "@/lib/offer/lifecycle/rules";
import type { Visibility } from "@/lib/offer/lifecycle/visibility";
import { isDay } from "@/lib/platform/values/calendar-day";
import { departmentCode } from "@/lib/platform/values/department-code";
import { line } from "@/lib/platform/values/fields";
import { filledQuery } from "@/lib/platform/values/search-params";

/**
 * Where an offer stands for the ARS. What is not submitted is its structure's own; `notRefused` is
 * all the rest.
 */
export const offerStates = [
  "pending",
  "approved",
  "changesRequested",
  "refused",
  "notRefused",
] as const;
export type OfferStateFilter = (typeof offerStates)[number];

/** `visible` is in the catalogue now; `ever` was published once, whatever became of it. */
export const offerPublications = [
  "visible",
  "published",
  "onApproval",
  "unpublished",
  "paused",
  "archived",
  "ever",
] as const;
export type OfferPublicationFilter = (typeof offerPublications)[number];

const day = z.string().refine(isDay).or(z.literal("")).catch("");
const id = z.uuid().or(z.literal("")).catch("");

/**
 * The filters of the list of all offers, read from the address; what does not parse is as if it had
 * not been said.
 */
export const offerFilterSchema = z.object({
  /** Words of the title or of the structure's name, or a reference. */
  q: line(120, "La recherche").catch(""),
  /** First year of a campaign; empty for all of them. */
  campagne: z
    .string()
    .regex(/^(20\d\d)?$/)
    .catch(""),
  etat: z.enum(offerStates).or(z.literal("")).catch(""),
  publication: z.enum(offerPublications).or(z.literal("")).catch(""),
  /** Of the site. */
  departement: departmentCode.or(z.literal("")).catch(""),
  theme: id,
  public: id,
  mois: z.enum(months.map(String)).or(z.literal("")).catch(""),
  creneau: z.enum(halfDays).or(z.literal("")).catch(""),
  structure: id,
  /** Days of the first submission. */
  soumisdu: day,
  soumisau: day,
  /** Days of the first approval. */
  validedu: day,
  valideau: day,
  /** Hours that some decision took: `24-72`, or `72-` for that and more. */
  delai: z
    .string()
    .regex(/^(\d{1,6}-\d{0,6})?$/)
    .catch(""),
});

export type OfferFilter = z.output<typeof offerFilterSchema>;

/**
 * Criteria that come with a number of the dashboard: the list shows them, its form does not ask for
 * them.
 */
export const formCriteria = [
  "structure",
  "soumisdu",
  "soumisau",
  "validedu",
  "valideau",
  "delai",
] as const satisfies readonly (keyof OfferFilter)[];

/** The filter as the address says it, without what is empty. */
export function offersQuery(filter: Partial<OfferFilter>): string {
  return filledQuery(filter);
}

/** The list of all offers at this filter. */
export function offersAddress(
  filter: Partial<OfferFilter>,
): "/admin/offres" | `/admin/offres?${string}` {
  const query = offersQuery(filter);
  return query ? `/admin/offres?${query}` : "/admin/offres";
}

/**
 * @param range as {@link offerFilterSchema} takes it @returns hours, `until` left out; null for no
 * range
 */
export function hoursOf(range: string): { from: number; until: number | null } | null {
  const [from = "", until = ""] = range.split("-");
  return from === "" ? null : { from: Number(from), until: until === "" ? null : Number(until) };
}

/** One offer as its latest submitted content has it. */
export interface ListedOfferDto extends ListedContent {
  id: string;
  reference: string;
  structureName: string;
  communeName: string;
  department: string;
  siteType: string;
  availability: Availability;
  campaign: number;
  validation: Validation;
  publication: Publication;
  /** Anyone may see it. */
  visible: boolean;
  visibility: Visibility;
  archived: boolean;
  elapsed: boolean;
  submittedAt: Date;
  decidedAt: Date | null;
  publishedAt: Date | null;
}
