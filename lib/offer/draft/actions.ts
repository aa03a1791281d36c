"use server";

import { z } from "zod";
import type { FormPage } from "@/lib/offer/content/draft";
import { basesOf } from "@/lib/offer/content/draft-version";
import { offerInformationSchema, offerSiteSchema } from "@/lib/offer/content/schema";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { pauseOffer } from "@/lib/offer/lifecycle/commands/pause-offer";
import { type OfferRefusal, offerRefusalLabels } from "@/lib/offer/lifecycle/labels";
import { offerMoves } from "@/lib/offer/lifecycle/rules";
import {
  copySchema,
  offerIdSchema,
  pauseSchema,
  submitOfferSchema,
} from "@/lib/offer/lifecycle/schema";
import type { Viewer } from "@/lib/platform/access/policy";
import { defineAction, type SaveOutcome } from "@/lib/platform/action/define-action";
import { done, type FormValues } from "@/lib/platform/form/action-result";
import { overwriting } from "@/lib/platform/form/base";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import {
  addressRefused,
  siteNames,
  understoodSite,
} from "@/lib/reference/commune/queries/addresses";
import { duplicateOffer } from "./commands/copy-offer";
import { saveDraft } from "./commands/save-draft";
import { saveSitePage } from "./commands/site-page";
import { submitOffer } from "./commands/submit-offer";
import { draftConflict } from "./queries/draft-conflict";

/** Keeps page 1 before it is judged: what is typed is never lost, valid or not. */
async function keepInformation(
  viewer: Viewer,
  values: FormValues,
  intent: string,
): Promise<SaveOutcome<OfferRefusal>> {
  const parsed = offerIdSchema.safeParse(values);
  if (!parsed.success) return null;
  const { offerId } = parsed.data;
  const saved = await saveDraft(viewer, {
    offerId,
    page: "informations",
    values,
    bases: basesOf("informations", values),
  });
  if (saved.ok) {
    if (intent === "later") return withConfirmation("/espace/offres", "brouillon");
    return intent.startsWith(overwriting)
      ? withConfirmation(`/espace/offres/${offerId}/informations`, "gardee")
      : { values: { base: saved.data.base } };
  }
  if (saved.code === "nothingTyped") return intent === "later" ? "/espace/offres" : null;
  const conflict =
    saved.code === "draftConflict"
      ? await draftConflict(viewer, offerId, "informations", values)
      : null;
  return conflict && { code: "draftConflict", conflict };
}

function keptOffer(viewer: Viewer, values: FormValues, page: FormPage) {
  const { offerId } = offerIdSchema.parse(values);
  return saveDraft(viewer, { offerId, page, values, bases: basesOf(page, values) });
}

export const saveInformationAction = defineAction({
  permission: "offer:deposit",
  schema: offerInformationSchema.and(offerIdSchema),
  messages: offerRefusalLabels,
  keep: ({ viewer, values, intent }) => keepInformation(viewer, values, intent),
  run: ({ viewer, values }) => keptOffer(viewer, values, "informations"),
  then: ({ offerId }, { intent }) =>
    `/espace/offres/${offerId}/${intent === "check" ? "verification" : "terrain"}`,
});

export const saveSiteAction = defineAction({
  permission: "offer:deposit",
  schema: offerSiteSchema.and(offerIdSchema),
  messages: offerRefusalLabels,
  keep: async ({ viewer, values, intent }) => {
    const offerId = offerIdSchema.safeParse(values);
    return offerId.success ? saveSitePage(viewer, offerId.data.offerId, values, intent) : null;
  },
  run: async ({ viewer, values }) => {
    const address = await understoodSite(values);
    return address.ok ? keptOffer(viewer, values, "terrain") : addressRefused(address, siteNames);
  },
  then: ({ offerId }) => `/espace/offres/${offerId}/verification`,
});

const submittedWords = { pending: "soumise", minor: "appliquee", unchanged: "inchangee" } as const;

export const submitOfferAction = defineAction({
  permission: "offer:edit",
  schema: submitOfferSchema,
  messages: offerRefusalLabels,
  run: ({ viewer, input }) =>
    submitOffer(viewer, { ...input, publishOnApproval: input.publishOnApproval === "on" }),
  // What waits for an address has no page of its own yet.
  then: ({ offerId, outcome }) =>
    outcome === "asked"
      ? withConfirmation("/espace/offres", "en-attente")
      : withConfirmation(`/espace/offres/${offerId}`, submittedWords[outcome]),
});

const moveSchema = offerIdSchema.extend({ move: z.enum(offerMoves) });

const moveWords = {
  publish: "publiee",
  unpublish: "depubliee",
  archive: "archivee",
  unarchive: "desarchivee",
  delete: "supprimee",
  restore: "retablie",
} as const;

export const moveOfferAction = defineAction({
  permission: "offer:publish",
  schema: moveSchema,
  messages: offerRefusalLabels,
  run: async ({ viewer, input }) => {
    const moved = await moveOffer(viewer, input.offerId, input.move);
    return moved.ok ? done({ ...moved.data, move: input.move }) : moved;
  },
  then: ({ offerId, move, publication }) => {
    const word =
      move === "publish" && publication === "onApproval" ? "publication-demandee" : moveWords[move];
    return withConfirmation("/espace/offres", word, { offre: offerId });
  },
});

export const pauseOfferAction = defineAction({
  permission: "offer:publish",
  schema: pauseSchema,
  messages: offerRefusalLabels,
  run: ({ viewer, input }) => pauseOffer(viewer, input),
  then: () => withConfirmation("/espace/offres", "en-pause"),
});

export const duplicateOfferAction = defineAction({
  permission: "offer:deposit",
  schema: copySchema,
  messages: offerRefusalLabels,
  run: ({ viewer, input }) => duplicateOffer(viewer, input),
  then: ({ offerId }) => withConfirmation(`/espace/offres/${offerId}/informations`, "dupliquee"),
});
