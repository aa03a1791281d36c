"use server";

import { defineAction } from "@/lib/platform/action/define-action";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { requestCaller } from "@/lib/platform/visitor/caller";
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
  then: (treatment) => withConfirmation("/admin/signalements", treatment),
});
