import { type OfferFilter, offersAddress } from "@/lib/agency/moderation/offer-filter";
import type { Figure } from "./figures";
import type { DashboardFilter } from "./schema";

/** What every figure about offers counts within. */
export function basis({ campaign, department }: DashboardFilter): Partial<OfferFilter> {
  return { campagne: String(campaign), departement: department };
}

/** What the region offers: everything submitted that was not refused. */
export function offered(filter: DashboardFilter): Partial<OfferFilter> {
  return { ...basis(filter), etat: "notRefused" };
}

/** A number of offers, or of their places, with the list it comes from. */
export function figure(value: number | undefined, filter: Partial<OfferFilter>): Figure {
  return { value: value ?? 0, href: offersAddress(filter) };
}
