"use server";

import { defineAction } from "@/lib/platform/action/define-action";
import { basesIn } from "@/lib/platform/form/base";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { addressErrors, siteNames, withAddress } from "@/lib/reference/commune/queries/addresses";
import { removeSavedPlace, saveReferent, saveSite } from "./commands";
import { siteRefusalLabels } from "./labels";
import { removeSavedPlaceSchema, saveReferentSchema, saveSiteSchema } from "./schema";

export const saveStructureSiteAction = defineAction({
  permission: "site:manage",
  schema: saveSiteSchema,
  messages: siteRefusalLabels,
  keep: async ({ values }) => ({
    values: await withAddress(values, siteNames),
    found: await addressErrors(values, siteNames),
  }),
  run: ({ viewer, input, values }) => saveSite(viewer, input, basesIn(values)),
  then: () => withConfirmation("/espace/sites", "lieu"),
});

export const saveReferentAction = defineAction({
  permission: "site:manage",
  schema: saveReferentSchema,
  messages: siteRefusalLabels,
  run: ({ viewer, input, values }) => saveReferent(viewer, input, basesIn(values)),
  then: () => withConfirmation("/espace/sites", "referent"),
});

export const removeSavedPlaceAction = defineAction({
  permission: "site:manage",
  schema: removeSavedPlaceSchema,
  messages: siteRefusalLabels,
  run: ({ viewer, input }) => removeSavedPlace(viewer, input),
  then: () => withConfirmation("/espace/sites", "lieu-retire"),
});
