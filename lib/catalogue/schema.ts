import { z } from "zod";
import type { Slot } from "@/lib/offer/availability";
import { isMonth } from "@/lib/offer/availability";
import { line } from "@/lib/platform/fields";

/** All that the public page of an offer shows. Nothing about people: the referent is reached through the portal. */
export interface PublicOfferPage {
  description: string;
  themes: string[];
  audiences: string[];
  availability: Slot[];
  structure: { name: string; type: string };
  site: { name: string; street: string; postcode: string; communeName: string; department: string; type: string };
  documents: { id: string; name: string; mediaType: string; size: number }[];
}

/** The filters of /offres, read from the address; what does not parse is as if it had not been said. */
export const catalogueFilterSchema = z.object({
  q: line(200).catch(""),
  theme: z.uuid().or(z.literal("")).catch(""),
  departement: z.string().regex(/^(\d{2,3}|2[AB])?$/).catch(""),
  mois: z.coerce.number().refine(isMonth).or(z.literal("")).catch(""),
  apres: z.string().max(200).catch(""),
});

export type CatalogueFilter = z.output<typeof catalogueFilterSchema>;
