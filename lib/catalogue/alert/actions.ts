"use server";

import { defineAction } from "@/lib/platform/action/define-action";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { requestCaller } from "@/lib/platform/visitor/caller";
import { confirmAlert, endAlert } from "./commands/answer-alert";
import { subscribeAlert } from "./commands/subscribe-alert";
import { alertRefusalLabels } from "./labels";
import { alertAnswerSchema, alertSchema } from "./schema";

export const subscribeAlertAction = defineAction({
  permission: "public",
  schema: alertSchema,
  messages: alertRefusalLabels,
  run: async ({ input }) => subscribeAlert(input, await requestCaller()),
  then: ({ query }) =>
    withConfirmation(query ? `/offres/alerte?${query}` : "/offres/alerte", "alerte"),
});

export const confirmAlertAction = defineAction({
  permission: "public",
  schema: alertAnswerSchema,
  messages: alertRefusalLabels,
  run: ({ input }) => confirmAlert(input.token),
  then: (_, { input }) => `/alerte/${input.token}`,
});

export const endAlertAction = defineAction({
  permission: "public",
  schema: alertAnswerSchema,
  messages: alertRefusalLabels,
  run: ({ input }) => endAlert(input.token),
  then: (_, { input }) => withConfirmation(`/alerte/${input.token}`, "terminee"),
});
