import { z } from "zod";
import { schemasOf } from "@/lib/offer/content/kinds";
import { referentField } from "@/lib/offer/content/referent-field";
import { siteField } from "@/lib/offer/content/site-field";

const id = { id: z.uuid() };

/** A site kept by the structure: the very fields of the offer's form. */
export const savedSiteSchema = z.object(schemasOf(siteField.inputs));
export const savedReferentSchema = z.object(schemasOf(referentField.inputs));

export const saveSiteSchema = savedSiteSchema.extend({ ...id, siteOutside: z.string().optional() });
export const saveReferentSchema = savedReferentSchema.extend(id);
export const removeSavedPlaceSchema = z.object({ ...id, kind: z.enum(["site", "referent"]) });

export type SavedSite = z.output<typeof savedSiteSchema>;
export type SavedReferent = z.output<typeof savedReferentSchema>;
