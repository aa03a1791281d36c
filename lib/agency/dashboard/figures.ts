import type { OfferStateFilter } from "@/lib/agency/moderation/offer-filter";
import type { HalfDay } from "@/lib/offer/availability/availability";

/** A number and the address of the list that it counts. */
export interface Figure {
  value: number;
  href: string;
}

export interface Term {
  id: string;
  label: string;
}

/** What of a campaign is compared with the one before. */
export const comparedParts = ["offers", "places", "structures", "published"] as const;
export type ComparedPart = (typeof comparedParts)[number];

export interface ComparedCampaign {
  campaign: number;
  /** Last day of the first submissions that count; null for all of them. */
  until: string | null;
  /** Nothing is added to it any more, see `hasEnded`. */
  ended: boolean;
  figures: Record<ComparedPart, Figure>;
}

export interface Dashboard {
  states: { state: OfferStateFilter; offers: Figure }[];
  /** In the catalogue now. */
  visible: Figure;
  /** Of the region in the order of its configuration, then others that offers name. */
  departments: { code: string; name: string; offers: Figure; places: Figure }[];
  audiences: Term[];
  /** One row a theme, one figure an audience. */
  matrix: { theme: Term; offers: Figure[] }[];
  /** One row a half-day, one figure a month, September first. */
  week: { halfDay: HalfDay; offers: Figure[] }[];
  /** Offers by the month of their first submission and of their first approval. */
  timeline: { month: string; submitted: Figure; approved: Figure }[];
  delays: {
    decisions: number;
    /** Hours, and the offers some decision on which took that long; null without a decision. */
    median: Figure | null;
    ninetieth: Figure | null;
    bands: { band: string; offers: Figure }[];
  };
  structures: { never: Figure; absent: Figure };
  comparison: ComparedCampaign[];
}
