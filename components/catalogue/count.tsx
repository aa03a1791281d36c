import type { Count } from "@/lib/catalogue/queries/counts";

const french = new Intl.NumberFormat("fr-FR");

/** «128», or «environ 4 200» where it was drawn from a part of a large catalogue. */
export function countInWords({ value, exact }: Count): string {
  return exact ? french.format(value) : `environ ${french.format(value)}`;
}

/** How many offers a choice leads to: read behind its label, so one element is enough for each of a hundred. */
export function OfferCount({ count }: { count: Count }) {
  return <span className="text-muted tabular-nums">{count.exact ? french.format(count.value) : `≈ ${french.format(count.value)}`}</span>;
}
