"use server";

import { defineAction } from "@/lib/platform/action/define-action";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { answerRenewal, renewOffer } from "./commands/renew-offer";
import { renewalRefusalLabels } from "./labels";
import { answerRenewalSchema, renewOfferSchema } from "./schema";

/**
 * The button of the page behind a mail's link: the page itself changes nothing, because mail
 * scanners open links too.
 */
export const answerRenewalAction = defineAction({
  permission: "public",
  schema: answerRenewalSchema,
  messages: renewalRefusalLabels,
  run: ({ input }) => answerRenewal(input.token, input.answer),
  then: (_, { input }) => `/renouvellement/${input.token}`,
});

export const renewOfferAction = defineAction({
  permission: "offer:deposit",
  schema: renewOfferSchema,
  messages: renewalRefusalLabels,
  run: ({ viewer, input }) => renewOffer(viewer, input.offerId),
  then: ({ offerId }) => withConfirmation(`/espace/offres/${offerId}/verification`, "renouvelee"),
});
