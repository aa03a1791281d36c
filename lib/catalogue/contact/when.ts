import type { CatalogueFilter } from "@/lib/catalogue/search/filter";
import {
  type Availability,
  type HalfDay,
  halfDayOf,
  halfDays,
  type Month,
  monthOf,
  months,
} from "@/lib/offer/availability/availability";

/** Months and half-days, each by itself: who writes rarely knows the one of the other. */
export interface When {
  months: Month[];
  halfDays: HalfDay[];
}

/** When an offer hosts. */
export function whenOf(availability: Availability): When {
  return {
    months: months.filter((month) => availability.some((slot) => monthOf(slot) === month)),
    halfDays: halfDays.filter((each) => availability.some((slot) => halfDayOf(slot) === each)),
  };
}

/**
 * What of it was searched for; nothing where the search did not say when.
 * @param open when the offer hosts
 */
export function wantedOf(
  open: When,
  { mois, demijournee, creneau }: Pick<CatalogueFilter, "mois" | "demijournee" | "creneau">,
): When {
  const slots = whenOf(creneau);
  return {
    months: open.months.filter((month) => [...mois, ...slots.months].includes(month)),
    halfDays: open.halfDays.filter((each) => [...demijournee, ...slots.halfDays].includes(each)),
  };
}
