import type { Availability } from "@/lib/offer/availability/availability";

export type SheetFact = readonly [name: string, value: string];

export type SheetPart =
  | { kind: "facts"; facts: readonly SheetFact[] }
  | { kind: "list"; items: readonly string[] }
  | { kind: "slots"; availability: Availability }
  | { kind: "note"; text: string };

/** An offer on paper: what it says, before anything is drawn. */
export interface OfferSheet {
  agencyName: string;
  /** `#rrggbb`. */
  accent: string;
  reference: string;
  title: string;
  /** Under the title: who, where, how many. */
  lead: string;
  /** Reference, campaign, state. */
  identity: string;
  sections: readonly { title: string; parts: readonly SheetPart[] }[];
  madeAt: Date;
}
