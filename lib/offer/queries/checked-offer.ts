import "server-only";
import { communesOfPostcode } from "@/lib/commune/queries/communes";
import { phoneInWords } from "@/lib/platform/fields";
import type { Viewer } from "@/lib/platform/policy";
import { termLabels } from "@/lib/vocabulary/queries";
import { labelsOf } from "@/lib/vocabulary/rules";
import { type ChangeInWords, changesInWords } from "../change-words";
import { draftFromContent, type FormPage, incompletePages } from "../draft";
import { availabilityOf, listOf, textOf } from "../draft-reading";
import type { OfferPreview } from "../preview";
import type { Publication } from "../rules";
import { displayTitle, type OfferContent, type OfferDraft } from "../schema";
import { contentNames } from "./content-names";
import { offerForm } from "./offer-form";

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

/** What the check page shows: the draft in words, what is missing, and what a change will ask for. */
export async function checkedOffer(viewer: Viewer, offerId: string): Promise<CheckedOfferDto | null> {
  const form = await offerForm(viewer, offerId);
  if (!form) return null;
  const incomplete = incompletePages(form.draft);
  const content = incomplete.length === 0 ? contentLike(form.draft) : null;
  const preview = await previewOf(form.draft);
  return {
    version: form.version,
    campaign: form.campaign,
    publication: form.publication,
    hasApproved: form.approved !== null,
    isFirstSubmission: form.validation === "draft",
    incomplete,
    changes: form.approved && content ? await changesOf(viewer, form, form.approved, withCommune(content, preview.site.communeName)) : null,
    preview: { ...preview, documents: form.documents },
    draft: form.draft,
  };
}

async function changesOf(viewer: Viewer, owner: { id: string; structureId: string }, approved: OfferContent, typed: OfferContent): Promise<ChangeInWords[]> {
  const before = withCommune(normalised(approved), approved.site.communeName);
  // The same commune is the same whatever the list calls it today.
  const same = before.site.communeCode === typed.site.communeCode;
  const after = same ? withCommune(typed, approved.site.communeName) : typed;
  return changesInWords(before, after, await contentNames(viewer, owner, [before, after]));
}

function withCommune(content: OfferContent, communeName: string): OfferContent {
  return { ...content, site: { ...content.site, communeName } };
}

/** Both sides of the comparison read as form values, so that only what a person would call a change counts. */
function normalised(content: OfferContent): OfferContent {
  return contentLike(draftFromContent(content));
}

function contentLike({ values, documentIds }: OfferDraft): OfferContent {
  return {
    title: textOf(values.title).trim(),
    description: textOf(values.description).replaceAll("\r\n", "\n").trim(),
    themeIds: listOf(values.themeIds),
    audienceIds: listOf(values.audienceIds),
    places: Number(textOf(values.places)),
    availability: availabilityOf(values),
    lodging: listOf(values.support).includes("lodging"),
    catering: listOf(values.support).includes("catering"),
    site: {
      name: textOf(values.siteName).trim(),
      street: textOf(values.siteStreet).trim(),
      postcode: textOf(values.sitePostcode).replaceAll(/\s/g, ""),
      communeCode: textOf(values.siteCommune),
      communeName: "",
      department: "",
      typeId: textOf(values.siteTypeId),
    },
    referent: {
      name: textOf(values.referentName).trim(),
      function: textOf(values.referentFunction).trim(),
      phone: phoneInWords(textOf(values.referentPhone)),
      email: textOf(values.referentEmail).trim().toLowerCase(),
    },
    documentIds,
  };
}

async function previewOf({ values, documentIds }: OfferDraft): Promise<Omit<OfferPreview, "documents">> {
  const content = contentLike({ values, documentIds });
  const ids = [...content.themeIds, ...content.audienceIds, content.site.typeId];
  const [labels, communes] = await Promise.all([termLabels(ids), communesOfPostcode(content.site.postcode)]);
  const themes = labelsOf(content.themeIds, labels);
  return {
    title: displayTitle(content.title, themes),
    description: content.description,
    themes,
    audiences: labelsOf(content.audienceIds, labels),
    places: content.places || null,
    availability: content.availability,
    lodging: content.lodging,
    catering: content.catering,
    site: {
      name: content.site.name,
      street: content.site.street,
      postcode: content.site.postcode,
      communeName: communes.find(({ code }) => code === content.site.communeCode)?.name ?? "",
      type: labels.get(content.site.typeId) ?? "",
    },
    referent: content.referent,
  };
}
