import "server-only";
import { db } from "@/db/client";
import { communesOfPostcode } from "@/lib/commune/queries/communes";
import { phoneInWords } from "@/lib/platform/fields";
import type { Viewer } from "@/lib/platform/policy";
import { termLabels } from "@/lib/vocabulary/queries";
import { labelsOf } from "@/lib/vocabulary/rules";
import { type ChangeInWords, changesInWords } from "../content/change-words";
import { type FormPage, incompletePages } from "../content/draft";
import { availabilityOf, listOf, textOf } from "../content/draft-reading";
import type { OfferPreview } from "../content/preview";
import type { Publication } from "../rules";
import { displayTitle, type OfferDraft } from "../content/schema";
import { contentNames } from "./content-names";
import { offerForm, type OfferFormDto } from "./offer-form";
import { submissionOf } from "./submission";

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
  const [themeIds, audienceIds, support] = [
    values.themeIds,
    values.audienceIds,
    values.support,
  ].map(listOf) as [string[], string[], string[]];
  const [typeId, communeCode] = [textOf(values.siteTypeId), textOf(values.siteCommune)];
  const postcode = textOf(values.sitePostcode).replaceAll(/\s/g, "");
  const [labels, communes] = await Promise.all([
    termLabels([...themeIds, ...audienceIds, typeId]),
    communesOfPostcode(postcode),
  ]);
  const themes = labelsOf(themeIds, labels);
  return {
    title: displayTitle(textOf(values.title), themes),
    description: textOf(values.description).replaceAll("\r\n", "\n").trim(),
    themes,
    audiences: labelsOf(audienceIds, labels),
    places: Number(textOf(values.places)) || null,
    availability: availabilityOf(values),
    lodging: support.includes("lodging"),
    catering: support.includes("catering"),
    site: {
      name: textOf(values.siteName).trim(),
      street: textOf(values.siteStreet).trim(),
      postcode,
      communeName: communes.find(({ code }) => code === communeCode)?.name ?? "",
      type: labels.get(typeId) ?? "",
    },
    referent: {
      name: textOf(values.referentName).trim(),
      function: textOf(values.referentFunction).trim(),
      phone: phoneInWords(textOf(values.referentPhone)),
      email: textOf(values.referentEmail).trim().toLowerCase(),
    },
  };
}
