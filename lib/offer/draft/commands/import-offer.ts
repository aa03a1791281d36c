import "server-only";
import { randomBytes } from "node:crypto";
import { formPages, mergeDraft } from "@/lib/offer/content/draft";
import { referenceFrom } from "@/lib/offer/content/reference";
import type { OfferDraft } from "@/lib/offer/content/schema";
import { offer } from "@/lib/offer/content/tables";
import type { RefusedOffer } from "@/lib/offer/lifecycle/labels";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { recordAudit } from "@/lib/platform/audit/commands";
import type { Transaction } from "@/lib/platform/database/client";
import type { FormValues } from "@/lib/platform/form/action-result";
import { now } from "@/lib/platform/values/clock";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { submitWithin } from "./submit-offer";

/**
 * Makes an offer of values that were read elsewhere, as if both pages had been typed. An offer that
 * is there already stays as it is: its owner may have worked on it since.
 * @param submit sends it to the ARS at once
 * @returns why it was not submitted and stays a draft, where it was to be
 */
export async function writeImportedOffer(
  tx: Transaction,
  viewer: Extract<Viewer, { kind: "offeror" }>,
  {
    offerId,
    values,
    submit,
    publish,
  }: { offerId: string; values: FormValues; submit: boolean; publish: boolean },
): Promise<RefusedOffer | null> {
  if (!can(viewer, "offer:import", viewer)) return null;
  const at = now();
  const draft = formPages.reduce<OfferDraft>((filled, page) => mergeDraft(filled, page, values), {
    values: {},
    documentIds: [],
  });
  const created = await tx
    .insert(offer)
    .values({
      id: offerId,
      reference: referenceFrom(randomBytes(8)),
      structureId: viewer.structureId,
      accountId: viewer.accountId,
      campaign: campaignFor(at),
      draft,
      draftBy: viewer.accountId,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing({ target: offer.id })
    .returning({ version: offer.version });
  if (!created[0]) return null;
  await recordAudit(tx, {
    actorId: viewer.accountId,
    deed: "offer:import",
    objectKind: "offer",
    objectId: offerId,
  });
  if (!submit) return null;
  const submitted = await submitWithin(tx, viewer, {
    offerId,
    version: created[0].version,
    publishOnApproval: publish,
    quiet: true,
  });
  return submitted.ok ? null : { code: submitted.code, params: submitted.params ?? {} };
}
