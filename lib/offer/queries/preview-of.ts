import "server-only";
import type { OfferPreview } from "../content/preview";
import type { RevisionDto } from "./offer-detail";

/** A submitted content in words, as its page and its PDF show it. */
export function previewOf({ content, ...revision }: RevisionDto): OfferPreview {
  return {
    title: revision.title,
    description: content.description,
    themes: revision.themes,
    audiences: revision.audiences,
    places: content.places,
    availability: content.availability,
    lodging: content.lodging,
    catering: content.catering,
    site: { ...content.site, type: revision.siteType },
    referent: content.referent,
    documents: revision.documents,
  };
}
