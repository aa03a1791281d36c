"use server";

import { withConfirmation } from "@/lib/platform/confirmations";
import { defineAction } from "@/lib/platform/define-action";
import { saveCampaign } from "./commands";
import { campaignRefusalLabels } from "./labels";
import { campaignSchema } from "./schema";

export const saveCampaignAction = defineAction({
  permission: "campaign:manage",
  schema: campaignSchema,
  messages: campaignRefusalLabels,
  run: ({ viewer, input }) => saveCampaign(viewer, input),
  then: () => withConfirmation("/admin/campagnes", "dates"),
});
