"use server";

import { siteNames, withCommune } from "@/lib/commune/queries/typed-communes";
import { withConfirmation } from "@/lib/platform/confirmations";
import { defineAction } from "@/lib/platform/define-action";
import { removeKept, saveReferent, saveSite } from "./commands";
import { siteRefusalLabels } from "./labels";
import { removeKeptSchema, saveReferentSchema, saveSiteSchema } from "./schema";

export const saveStructureSiteAction = defineAction({
  permission: "site:manage",
  schema: saveSiteSchema,
  messages: siteRefusalLabels,
  keep: async ({ values }) => ({ values: await withCommune(values, siteNames) }),
  run: ({ viewer, input }) => saveSite(viewer, input),
  then: () => withConfirmation("/espace/sites", "lieu"),
});

export const saveReferentAction = defineAction({
  permission: "site:manage",
  schema: saveReferentSchema,
  messages: siteRefusalLabels,
  run: ({ viewer, input }) => saveReferent(viewer, input),
  then: () => withConfirmation("/espace/sites", "referent"),
});

export const removeKeptAction = defineAction({
  permission: "site:manage",
  schema: removeKeptSchema,
  messages: siteRefusalLabels,
  run: ({ viewer, input }) => removeKept(viewer, input),
  then: () => withConfirmation("/espace/sites", "lieu-retire"),
});
