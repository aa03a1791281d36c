"use server";

import { decideOffer } from "@/lib/offer/commands/decide-offer";
import { offerRefusalLabels } from "@/lib/offer/labels";
import { decisionSchema } from "@/lib/offer/schema";
import { done } from "@/lib/platform/action-result";
import { defineAction } from "@/lib/platform/define-action";
import { nextInQueue } from "./queries/pending-offers";
import { queueAddress, offerInQueue, readQueueQuery } from "./schema";

export const decideOfferAction = defineAction({
  permission: "offer:moderate",
  schema: decisionSchema,
  messages: offerRefusalLabels,
  run: async ({ viewer, input }) => {
    const decided = await decideOffer(viewer, input);
    if (!decided.ok) return decided;
    return done({ nextId: input.goOn ? await nextInQueue(viewer, readQueueQuery(input.queue), input.offerId) : null });
  },
  then: ({ nextId }, { input }) => {
    const filter = readQueueQuery(input.queue);
    return nextId ? offerInQueue(nextId, filter, input.decision) : queueAddress(filter, input.decision);
  },
});
