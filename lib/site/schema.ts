import { z } from "zod";
import { offerSiteSchema } from "@/lib/offer/content/schema";

const id = { id: z.uuid() };

/** A site kept by the structure: the very fields of the offer's form. */
export const keptSiteSchema = offerSiteSchema.pick({
  siteName: true,
  siteStreet: true,
  sitePostcode: true,
  siteCommune: true,
  siteTypeId: true,
});
export const keptReferentSchema = offerSiteSchema.pick({
  referentName: true,
  referentFunction: true,
  referentPhone: true,
  referentEmail: true,
});

export const saveSiteSchema = keptSiteSchema.extend(id);
export const saveReferentSchema = keptReferentSchema.extend(id);
export const removeKeptSchema = z.object({ ...id, kind: z.enum(["site", "referent"]) });

export type KeptSite = z.output<typeof keptSiteSchema>;
export type KeptReferent = z.output<typeof keptReferentSchema>;
