"use server";

import { defineAction } from "@/lib/platform/action/define-action";
import { basesIn } from "@/lib/platform/form/base";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { saveCampaign } from "./commands";
import { campaignRefusalLabels } from "./labels";
import { campaignSchema } from "./schema";

export const saveCampaignAction = defineAction({
  permission: "campaign:manage",
  schema: campaignSchema,
  messages: campaignRefusalLabels,
  run: ({ viewer, input, values }) => saveCampaign(viewer, input, basesIn(values)),
  then: () => withConfirmation("/admin/campagnes", "dates"),
});
