import type { CatalogueCardDto } from "@/lib/catalogue/search/queries/search";
import { elapsedLabel, elapsedSentence } from "@/lib/offer/availability/availability-words";
import { supportLabels } from "@/lib/offer/content/labels";
import { termFacet } from "@/lib/offer/projection/facets";
import { counted } from "@/lib/platform/values/french";
import { structureWords } from "@/lib/reference/commune/labels";
import { type Pictogram, pictogramOf } from "@/lib/reference/vocabulary/pictograms";
import type { NumberedTerm } from "@/lib/reference/vocabulary/queries";

const kilometres = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 0 });

export interface OfferLines {
  reference: string;
  title: string;
  where: string;
  /** Places and what comes with them, then when it can host. */
  details: readonly string[];
  /** What has to be known first: its period is over; empty for none. */
  mark: string;
  themes: readonly string[];
}

type Listed = Omit<CatalogueCardDto, "publishedAt" | "strip">;

/** What a list of results says of one offer. */
export function linesOf(offer: Listed, terms: readonly NumberedTerm[]): OfferLines {
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
    where: structureWords(offer.structureName, offer.communeName, offer.department) + distance,
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

/** A card of the list: its lines as few texts, since a page sends twenty of them twice. */
export interface OfferCard extends Pick<OfferLines, "reference" | "title" | "where" | "mark"> {
  facts: string;
  pictogram: Pictogram;
  /** See `StripMonths`. */
  shades: string;
  over: number;
  /** Its point on the map beside the list, where there is one. */
  place?: number;
}

export function cardOf(
  offer: Omit<CatalogueCardDto, "publishedAt">,
  terms: readonly NumberedTerm[],
  place?: number,
): OfferCard {
  const { reference, title, where, mark, details, themes } = linesOf(offer, terms);
  const [places, ...when] = details;
  return {
    reference,
    title,
    where,
    mark,
    facts: [places, themes.join(", "), when.join(" ; ")].filter(Boolean).join(" · "),
    pictogram: pictogramOf(themes[0] ?? ""),
    shades: offer.strip.shades,
    over: offer.strip.over,
    ...(place === undefined ? {} : { place }),
  };
}
