"use server";

import { requestCaller } from "@/lib/platform/caller";
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
  then: ({ reference }) => `/offres/${reference}/signaler?fait=signalement`,
});

export const treatReportsAction = defineAction({
  permission: "report:treat",
  schema: treatSchema,
  messages: reportRefusalLabels,
  run: ({ viewer, input }) => treatReports(viewer, input),
  then: ({ outcome }) => `/admin/signalements?fait=${outcome}`,
});
