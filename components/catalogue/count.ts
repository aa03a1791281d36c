import type { Count } from "@/lib/catalogue/queries/counts";

const french = new Intl.NumberFormat("fr-FR");

/** «128», or «environ 4 200» where it was drawn from a part of a large catalogue. */
export function countInWords({ value, exact }: Count): string {
  return exact ? french.format(value) : `environ ${french.format(value)}`;
}

/** How many offers a choice leads to, read behind its label. */
export function countOfOffers({ value, exact }: Count): string {
  return exact ? french.format(value) : `≈ ${french.format(value)}`;
}
