"use server";

import { z } from "zod";
import { documentRefusalLabels } from "@/lib/document/labels";
import { defineAction } from "@/lib/platform/define-action";
import { decideOffer } from "./commands/decide-offer";
import { detachDocument } from "./commands/documents";
import { moveOffer } from "./commands/move-offer";
import { saveDraft } from "./commands/save-draft";
import { submitOffer } from "./commands/submit-offer";
import type { FormPage } from "./draft";
import { offerRefusalLabels } from "./labels";
import { decisionSchema, offerIdSchema, offerInformationSchema, offerSiteSchema, submitOfferSchema } from "./schema";
import { done } from "@/lib/platform/action-result";
import type { FormValues } from "@/lib/platform/action-result";
import type { Viewer } from "@/lib/platform/policy";

/** Keeps a page of the form before it is judged: what is typed is never lost, valid or not. */
async function keepPage(viewer: Viewer, page: FormPage, values: FormValues, intent: string): Promise<string | null> {
  const offerId = offerIdSchema.safeParse(values);
  if (!offerId.success) return null;
  const saved = await saveDraft(viewer, { offerId: offerId.data.offerId, page, values });
  if (!saved.ok) return null;
  return intent === "later" ? "/espace/offres?fait=brouillon" : null;
}

function keptOffer(viewer: Viewer, values: FormValues, page: FormPage) {
  const { offerId } = offerIdSchema.parse(values);
  return saveDraft(viewer, { offerId, page, values });
}

export const saveInformationAction = defineAction({
  permission: "offer:deposit",
  schema: offerInformationSchema.and(offerIdSchema),
  messages: offerRefusalLabels,
  keep: ({ viewer, values, intent }) => keepPage(viewer, "informations", values, intent),
  run: ({ viewer, values }) => keptOffer(viewer, values, "informations"),
  then: ({ offerId }, { intent }) => `/espace/offres/${offerId}/${intent === "check" ? "verification" : "terrain"}`,
});

export const saveSiteAction = defineAction({
  permission: "offer:deposit",
  schema: offerSiteSchema.and(offerIdSchema),
  messages: offerRefusalLabels,
  keep: async ({ viewer, values, intent }) => {
    const elsewhere = await keepPage(viewer, "terrain", values, intent);
    const { success, data } = offerIdSchema.safeParse(values);
    return elsewhere ?? (success && intent === "back" ? `/espace/offres/${data.offerId}/informations` : null);
  },
  run: ({ viewer, values }) => keptOffer(viewer, values, "terrain"),
  then: ({ offerId }) => `/espace/offres/${offerId}/verification`,
});

export const submitOfferAction = defineAction({
  permission: "offer:edit",
  schema: submitOfferSchema,
  messages: offerRefusalLabels,
  run: ({ viewer, input }) => submitOffer(viewer, { ...input, publishOnApproval: input.publishOnApproval === "on" }),
  then: ({ offerId, outcome }) => `/espace/offres/${offerId}?fait=${outcome === "pending" ? "soumise" : outcome === "minor" ? "appliquee" : "inchangee"}`,
});

const moveSchema = offerIdSchema.extend({ move: z.enum(["publish", "unpublish", "delete", "restore"]) });

const moveWords = { publish: "publiee", unpublish: "depubliee", delete: "supprimee", restore: "retablie" } as const;

export const moveOfferAction = defineAction({
  permission: "offer:publish",
  schema: moveSchema,
  messages: offerRefusalLabels,
  run: async ({ viewer, input }) => {
    const moved = await moveOffer(viewer, input.offerId, input.move);
    return moved.ok ? done({ ...moved.data, move: input.move }) : moved;
  },
  then: ({ offerId, move, publication }) => {
    const word = move === "publish" && publication === "onApproval" ? "publication-demandee" : moveWords[move];
    return `/espace/offres?fait=${word}${move === "delete" ? `&offre=${offerId}` : ""}`;
  },
});

export const removeDocumentAction = defineAction({
  permission: "document:attach",
  schema: offerIdSchema.extend({ documentId: z.uuid() }),
  messages: documentRefusalLabels,
  run: async ({ viewer, input }) => {
    const removed = await detachDocument(viewer, input.offerId, input.documentId);
    return removed.ok ? done({ offerId: input.offerId }) : removed;
  },
  then: ({ offerId }) => `/espace/offres/${offerId}/terrain?fait=document-retire#documents`,
});

export const decideOfferAction = defineAction({
  permission: "offer:moderate",
  schema: decisionSchema,
  messages: offerRefusalLabels,
  run: async ({ viewer, input }) => {
    const decided = await decideOffer(viewer, input);
    return decided.ok ? done({ decision: input.decision }) : decided;
  },
  then: ({ decision }) => `/admin?fait=${decision}`,
});
