import "server-only";
import { type ChangeInWords, changesInWords } from "@/lib/offer/content/change-words";
import { contentOfForm, formAsTyped } from "@/lib/offer/content/codec";
import { termsIn } from "@/lib/offer/content/current-terms";
import { type FormPage, incompletePages } from "@/lib/offer/content/draft";
import { contentPreview, type OfferPreview } from "@/lib/offer/content/preview";
import { contentNames } from "@/lib/offer/content/queries/content-names";
import type { OfferDraft } from "@/lib/offer/content/schema";
import { submissionOf } from "@/lib/offer/lifecycle/queries/submission";
import type { Publication } from "@/lib/offer/lifecycle/rules";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { siteNames, typedIn, understoodAddress } from "@/lib/reference/commune/queries/addresses";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import { offerForm, type OfferFormDto } from "./offer-form";
import { siteErrors } from "./site-errors";

export interface CheckedOfferDto {
  version: number;
  campaign: number;
  publication: Publication;
  hasApproved: boolean;
  isFirstSubmission: boolean;
  incomplete: FormPage[];
  /** Against what the public sees; null for an offer the public has never seen. */
  changes: ChangeInWords[] | null;
  preview: OfferPreview;
  draft: OfferDraft;
}

/**
 * What the check page shows: the draft in words, what is missing, and what a change will ask for.
 */
export async function checkedOffer(
  viewer: Viewer,
  offerId: string,
): Promise<CheckedOfferDto | null> {
  const form = await offerForm(viewer, offerId);
  if (!form) return null;
  const incomplete = incompletePages(form.draft);
  if (!incomplete.includes("terrain") && (await siteErrors(form.draft.values)) !== null)
    incomplete.push("terrain");
  const preview = await previewOf(form.draft);
  return {
    version: form.version,
    campaign: form.campaign,
    publication: form.publication,
    hasApproved: form.approvedRevisionId !== null,
    isFirstSubmission: form.validation === "draft",
    incomplete,
    changes: await changesOf(viewer, form),
    preview: { ...preview, documents: form.documents },
    draft: form.draft,
  };
}

/** Null where nothing was approved yet, and for a draft that would be refused. */
async function changesOf(viewer: Viewer, form: OfferFormDto): Promise<ChangeInWords[] | null> {
  if (!form.approvedRevisionId) return null;
  const read = await submissionOf(db, form, form.draft);
  if (!read.ok || !read.data.approved) return null;
  const { approved, content } = read.data;
  return changesInWords(approved, content, await contentNames(viewer, form, [approved, content]));
}

async function previewOf({ values }: OfferDraft): Promise<Omit<OfferPreview, "documents">> {
  const form = formAsTyped(values);
  const address = await understoodAddress(typedIn(values, siteNames));
  const content = contentOfForm(form, { address: address.ok ? address : null, documentIds: [] });
  return contentPreview(content, await termLabels(termsIn(content)));
}
