import { z } from "zod";
import { schemasOf } from "@/lib/offer/content/kinds";
import { referentField } from "@/lib/offer/content/referent-field";
import { siteField } from "@/lib/offer/content/site-field";

const id = { id: z.uuid() };

/** A site kept by the structure: the very fields of the offer's form. */
export const keptSiteSchema = z.object(schemasOf(siteField.inputs));
export const keptReferentSchema = z.object(schemasOf(referentField.inputs));

export const saveSiteSchema = keptSiteSchema.extend(id);
export const saveReferentSchema = keptReferentSchema.extend(id);
export const removeKeptSchema = z.object({ ...id, kind: z.enum(["site", "referent"]) });

export type KeptSite = z.output<typeof keptSiteSchema>;
export type KeptReferent = z.output<typeof keptReferentSchema>;
