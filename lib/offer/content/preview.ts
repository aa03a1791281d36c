import type { Availability } from "../availability";
import type { LocalReferent } from "./schema";

/** An offer in words, ready to be shown: a draft, a revision or a public offer. */
export interface OfferPreview {
  title: string;
  description: string;
  themes: string[];
  audiences: string[];
  places: number | null;
  availability: Availability;
  lodging: boolean;
  catering: boolean;
  site: { name: string; street: string; postcode: string; communeName: string; type: string };
  /** Null where the reader may not know it. */
  referent: LocalReferent | null;
  documents: readonly { id: string; name: string; size: number }[];
}
