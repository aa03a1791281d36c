import "server-only";
import { draftFromContent } from "@/lib/offer/content/codec";
import type { OfferContent, OfferDraft } from "@/lib/offer/content/schema";
import { env } from "@/lib/platform/environment/env";

/** {@link draftFromContent}; a site outside the region was confirmed when it was submitted. */
export function draftOfContent(content: OfferContent): OfferDraft {
  const draft = draftFromContent(content);
  const { department, communeCode } = content.site;
  return env.agency.departments.includes(department)
    ? draft
    : { ...draft, values: { ...draft.values, siteOutside: communeCode } };
}
