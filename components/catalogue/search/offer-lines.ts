import type { CatalogueCardDto } from "@/lib/catalogue/search/queries/search";
import { elapsedLabel, elapsedSentence } from "@/lib/offer/availability/availability-words";
import { supportLabels } from "@/lib/offer/content/labels";
import { termFacet } from "@/lib/offer/projection/facets";
import { counted } from "@/lib/platform/values/french";
import type { NumberedTerm } from "@/lib/reference/vocabulary/queries";
import type { OfferLines } from "./offer-summary";

const kilometres = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 0 });

/** What a list of results says of one offer. */
export function linesOf(
  offer: Omit<CatalogueCardDto, "publishedAt">,
  terms: readonly NumberedTerm[],
): OfferLines {
  const distance =
    offer.kilometres === null
      ? ""
      : offer.kilometres < 1
        ? " · sur place"
        : ` · à environ ${kilometres.format(offer.kilometres)} km`;
  const support = (["lodging", "catering"] as const)
    .filter((kind) => offer[kind])
    .map((kind) => ` · ${supportLabels[kind]}`);
  return {
    reference: offer.reference,
    title: offer.title,
    where: `${offer.structureName} · ${offer.communeName} (${offer.department})${distance}`,
    details: [
      `${counted(offer.places, "place", "places")}${support.join("")}`,
      ...(offer.elapsed ? [elapsedSentence] : offer.availability),
    ],
    mark: offer.elapsed ? elapsedLabel : "",
    themes: terms
      .filter(({ kind, number }) => kind === "theme" && offer.facets.includes(termFacet(number)))
      .map(({ label }) => label),
  };
}
