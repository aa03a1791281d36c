"use server";

import { requestCaller } from "@/lib/platform/caller";
import { withConfirmation } from "@/lib/platform/confirmations";
import { defineAction } from "@/lib/platform/define-action";
import { reportOffer } from "./commands/report-offer";
import { treatReports } from "./commands/treat-reports";
import { reportRefusalLabels } from "./labels";
import { reportSchema, treatSchema } from "./schema";

export const reportOfferAction = defineAction({
  permission: "public",
  schema: reportSchema,
  messages: reportRefusalLabels,
  run: async ({ input }) => reportOffer(input, await requestCaller()),
  then: ({ reference }) => withConfirmation(`/offres/${reference}/signaler`, "signalement"),
});

export const treatReportsAction = defineAction({
  permission: "report:treat",
  schema: treatSchema,
  messages: reportRefusalLabels,
  run: ({ viewer, input }) => treatReports(viewer, input),
  then: ({ outcome }) => withConfirmation("/admin/signalements", outcome),
});
