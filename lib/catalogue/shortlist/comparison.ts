import { availabilityWords, elapsedLabel } from "@/lib/offer/availability/availability-words";
import { informationFacts, publicOfferorFacts, siteFacts } from "@/lib/offer/content/facts";
import { offerFields } from "@/lib/offer/content/fields";
import type { OfferPreview } from "@/lib/offer/content/preview";

/** A public offer as far as it is compared. */
interface Compared {
  preview: OfferPreview;
  structure: { name: string; type: string };
  elapsed: boolean;
}

/** One line of a comparison: what each offer says of one thing, in one or several lines. */
interface ComparisonRow {
  name: string;
  values: (readonly string[])[];
}

/** What offers say, fact beside fact. What one of them does not say is empty. */
export function comparisonOf(offers: readonly Compared[]): ComparisonRow[] {
  const said = offers.map((offer) => new Map(factsOf(offer)));
  const names = [...new Set(said.flatMap((facts) => [...facts.keys()]))];
  // Titles stand above.
  return names
    .filter((name) => name !== offerFields.title.label)
    .map((name) => ({ name, values: said.map((facts) => facts.get(name) ?? []) }));
}

function factsOf({ preview, structure, elapsed }: Compared): [string, readonly string[]][] {
  const lines = (facts: ReturnType<typeof siteFacts>): [string, string[]][] =>
    facts.map(([name, value]) => [name, value === "" ? [] : value.split("\n")]);
  return [
    ...lines(publicOfferorFacts(structure)),
    ...lines(siteFacts(preview)),
    [
      "Période et créneaux",
      [...(elapsed ? [elapsedLabel] : []), ...availabilityWords(preview.availability)],
    ],
    ...lines(informationFacts(preview)),
    ["Documents", preview.documents.map(({ name }) => name)],
  ];
}
