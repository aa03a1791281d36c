import type { Count, FacetCounts } from "@/lib/catalogue/search/queries/counts";
import { agree } from "@/lib/platform/values/french";

const french = new Intl.NumberFormat("fr-FR");

/** «128», or «environ 4 200» where it was drawn from a part of a large catalogue. */
export function countInWords({ value, exact }: Count): string {
  return exact ? french.format(value) : `environ ${french.format(value)}`;
}

/** «128 offres», «environ 4 200 offres». */
export function countedOffers(count: Count): string {
  return `${countInWords(count)} ${agree(count.value, "offre", "offres")}`;
}

interface Shown {
  before: number;
  offers: readonly unknown[];
}

/** Which of the offers found a page shows: «21–40». */
export function rangeInWords({ before, offers }: Shown): string {
  return `${french.format(before + 1)}–${french.format(before + offers.length)}`;
}

/** How many offers a choice leads to, read behind its label. */
export function countOfOffers({ value, exact }: Count): string {
  return exact ? french.format(value) : `≈ ${french.format(value)}`;
}

/** What part of the offers found can host no more, and where it stands. */
export function elapsedInWords({ elapsed, total }: Pick<FacetCounts, "elapsed" | "total">): string {
  if (elapsed.value >= total.value)
    return agree(total.value, "Tous ses mois sont passés.", "Tous leurs mois sont passés.");
  return agree(
    elapsed.value,
    "Les mois de l’une d’elles sont passés : elle vient en dernier.",
    `Les mois de ${countInWords(elapsed)} d’entre elles sont passés : elles viennent en dernier.`,
  );
}
