"use server";

import { communesOfPostcode } from "@/lib/commune/queries/communes";
import { textOf } from "@/lib/offer/draft-reading";
import type { FormValues } from "@/lib/platform/action-result";
import { defineAction } from "@/lib/platform/define-action";
import { removeKept, saveReferent, saveSite } from "./commands";
import { siteRefusalLabels } from "./labels";
import { keptSiteSchema, removeKeptSchema, saveReferentSchema, saveSiteSchema } from "./schema";

/** Without scripts the communes of another postcode come with the page: it is asked for again, filled as it was sent. */
async function communesFirst(values: FormValues): Promise<string | null> {
  const site = keptSiteSchema.omit({ siteCommune: true }).safeParse(values);
  if (!site.success) return null;
  const communes = await communesOfPostcode(site.data.sitePostcode);
  if (communes.length === 0 || communes.some(({ code }) => code === values.siteCommune)) return null;
  return `/espace/sites?${new URLSearchParams({ lieu: textOf(values.id), verifier: "1", ...site.data }).toString()}`;
}

export const saveStructureSiteAction = defineAction({
  permission: "site:manage",
  schema: saveSiteSchema,
  messages: siteRefusalLabels,
  keep: ({ values }) => communesFirst(values),
  run: ({ viewer, input }) => saveSite(viewer, input),
  then: () => "/espace/sites?fait=lieu",
});

export const saveReferentAction = defineAction({
  permission: "site:manage",
  schema: saveReferentSchema,
  messages: siteRefusalLabels,
  run: ({ viewer, input }) => saveReferent(viewer, input),
  then: () => "/espace/sites?fait=referent",
});

export const removeKeptAction = defineAction({
  permission: "site:manage",
  schema: removeKeptSchema,
  messages: siteRefusalLabels,
  run: ({ viewer, input }) => removeKept(viewer, input),
  then: () => "/espace/sites?fait=retire",
});
