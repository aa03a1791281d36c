"use server";

import { reasonFromRemarks } from "@/lib/offer/content/remarks";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { defineAction } from "@/lib/platform/action/define-action";
import { done } from "@/lib/platform/form/action-result";
import { basesIn } from "@/lib/platform/form/base";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { claimOffer, releaseOffer } from "./commands/claim-offer";
import { decideOffers } from "./commands/decide-offers";
import { deleteTemplate, saveTemplate } from "./commands/reason-templates";
import { undoDecisions } from "./commands/undo-decisions";
import { writeNote } from "./commands/write-note";
import { moderationRefusalLabels, templateRefusalLabels } from "./labels";
import { nextInQueue } from "./queries/pending-offers";
import { reasonOf } from "./queries/reason-templates";
import {
  bulkDecisionSchema,
  claimSchema,
  decisionSchema,
  noteSchema,
  offerInQueue,
  queueAddress,
  readQueueQuery,
  templateIdSchema,
  templateSchema,
  undoSchema,
} from "./schema";

export const decideOfferAction = defineAction({
  permission: "offer:moderate",
  schema: decisionSchema,
  messages: moderationRefusalLabels,
  run: async ({ viewer, input }) => {
    const given = await reasonOf(viewer, input);
    if (!given.ok) return given;
    const reason =
      given.data || (input.decision === "requestChanges" ? reasonFromRemarks(input.comments) : "");
    const decided = await decideOffer(viewer, { ...input, reason });
    if (!decided.ok) return decided;
    const nextId = input.goOn
      ? await nextInQueue(viewer, readQueueQuery(input.queue), input.offerId)
      : null;
    return done({ nextId, batchId: decided.data.batchId });
  },
  then: ({ nextId, batchId }, { input }) => {
    const filter = readQueueQuery(input.queue);
    const page = nextId ? offerInQueue(nextId, filter) : queueAddress(filter);
    return withConfirmation(page, input.decision, { lot: batchId });
  },
});

export const decideOffersAction = defineAction({
  permission: "offer:moderate",
  schema: bulkDecisionSchema,
  messages: moderationRefusalLabels,
  run: async ({ viewer, input }) => {
    const reason = await reasonOf(viewer, input);
    if (!reason.ok) return reason;
    const picked = input.picked.map((pair) => ({
      offerId: pair.slice(0, 36),
      revisionId: pair.slice(37),
    }));
    return decideOffers(viewer, picked, { decision: input.decision, reason: reason.data });
  },
  then: ({ batchId, left }, { input }) =>
    withConfirmation(
      queueAddress(readQueueQuery(input.queue)),
      left.length > 0 ? "lot-partiel" : "lot",
      { lot: batchId },
    ),
});

export const undoDecisionsAction = defineAction({
  permission: "offer:moderate",
  schema: undoSchema,
  messages: moderationRefusalLabels,
  run: ({ viewer, input }) => undoDecisions(viewer, input.batchId),
  then: ({ offerIds, kept }, { input }) => {
    const filter = readQueueQuery(input.queue);
    const [only, ...others] = offerIds;
    const page = only && others.length === 0 ? offerInQueue(only, filter) : queueAddress(filter);
    return withConfirmation(page, kept > 0 ? "annulee-partiel" : "annulee");
  },
});

export const claimOfferAction = defineAction({
  permission: "offer:moderate",
  schema: claimSchema,
  messages: moderationRefusalLabels,
  run: ({ viewer, input }) => claimOffer(viewer, input.offerId),
  then: ({ offerId }, { input }) =>
    withConfirmation(offerInQueue(offerId, readQueueQuery(input.queue)), "prise"),
});

export const releaseOfferAction = defineAction({
  permission: "offer:moderate",
  schema: claimSchema,
  messages: moderationRefusalLabels,
  run: ({ viewer, input }) => releaseOffer(viewer, input.offerId),
  then: ({ offerId }, { input }) =>
    withConfirmation(offerInQueue(offerId, readQueueQuery(input.queue)), "laissee"),
});

export const writeNoteAction = defineAction({
  permission: "offer:moderate",
  schema: noteSchema,
  messages: moderationRefusalLabels,
  run: ({ viewer, input }) => writeNote(viewer, input),
  then: ({ offerId }, { input }) =>
    withConfirmation(offerInQueue(offerId, readQueueQuery(input.queue)), "note"),
});

export const saveTemplateAction = defineAction({
  permission: "template:manage",
  schema: templateSchema,
  messages: templateRefusalLabels,
  run: ({ viewer, input, values }) => saveTemplate(viewer, input, basesIn(values)),
  then: () => withConfirmation("/admin/motifs", "motif-enregistre"),
});

export const deleteTemplateAction = defineAction({
  permission: "template:manage",
  schema: templateIdSchema,
  messages: templateRefusalLabels,
  run: ({ viewer, input }) => deleteTemplate(viewer, input.templateId),
  then: () => withConfirmation("/admin/motifs", "motif-supprime"),
});
