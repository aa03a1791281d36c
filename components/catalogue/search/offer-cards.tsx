"use client";

import { ShortlistButton } from "@/components/catalogue/shortlist/shortlist-button";
import { type OfferLines, OfferSummary } from "./offer-summary";

/**
 * Offers found. In the browser's part for the same reason as the boxes of the filters
 * (components/ui/choice-boxes.tsx).
 */
export function OfferCards({ offers }: { offers: readonly OfferLines[] }) {
  return (
    <ul className="space-y-4">
      {offers.map((offer) => (
        <OfferSummary key={offer.reference} offer={offer} heading="h3">
          <div className="-mx-5 mt-1 -mb-3">
            <ShortlistButton reference={offer.reference} title={offer.title} />
          </div>
        </OfferSummary>
      ))}
    </ul>
  );
}
