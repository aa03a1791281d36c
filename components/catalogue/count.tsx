import type { Count } from "@/lib/catalogue/queries/counts";

const french = new Intl.NumberFormat("fr-FR");

/** «128», or «environ 4 200» where it was drawn from a part of a large catalogue. */
export function countInWords({ value, exact }: Count): string {
  return exact ? french.format(value) : `environ ${french.format(value)}`;
}

/** How many offers a choice leads to, for the eye short, for a screen reader in words. */
export function OfferCount({ count }: { count: Count }) {
  return (
    <span className="text-muted tabular-nums">
      <span className="sr-only">: </span>
      {count.exact ? "" : <abbr title="environ" className="no-underline">≈ </abbr>}
      {french.format(count.value)}
      <span className="sr-only"> {count.value > 1 ? "offres" : "offre"}</span>
    </span>
  );
}
