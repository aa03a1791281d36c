import { currentTerms, type MergedTerms } from "@/lib/vocabulary/rules";
import { listOf, textOf } from "./draft-reading";
import type { OfferContent, OfferDraft } from "./schema";

/** A submitted content as it reads today: its row keeps the ids it was submitted with. */
export function contentAsRead(content: OfferContent, merged: MergedTerms): OfferContent {
  if (merged.size === 0) return content;
  return {
    ...content,
    themeIds: currentTerms(content.themeIds, merged),
    audienceIds: currentTerms(content.audienceIds, merged),
    site: { ...content.site, typeId: merged.get(content.site.typeId) ?? content.site.typeId },
  };
}

/** The same for what is being typed. */
export function draftAsRead(draft: OfferDraft, merged: MergedTerms): OfferDraft {
  const { themeIds, audienceIds, siteTypeId } = draft.values;
  if (
    ![...listOf(themeIds), ...listOf(audienceIds), textOf(siteTypeId)].some((id) => merged.has(id))
  )
    return draft;
  return {
    ...draft,
    values: {
      ...draft.values,
      ...(themeIds === undefined ? {} : { themeIds: currentTerms(listOf(themeIds), merged) }),
      ...(audienceIds === undefined
        ? {}
        : { audienceIds: currentTerms(listOf(audienceIds), merged) }),
      ...(siteTypeId === undefined
        ? {}
        : { siteTypeId: merged.get(textOf(siteTypeId)) ?? textOf(siteTypeId) }),
    },
  };
}
