import { dayOf } from "@/lib/platform/values/calendar-day";
import type { CatalogueFilter } from "./filter";

const hour = 3_600_000;

/**
 * When a search is made whose answer is kept. One for what is new finds other offers each moment:
 * it is as of the hour, so that it can be kept that long.
 */
export function momentOf({ depuis }: Pick<CatalogueFilter, "depuis">, at: Date): Date {
  return depuis === "" ? at : new Date(Math.floor(at.getTime() / hour) * hour);
}

/** What of it such an answer depends on: months are over from one day to the next. */
export function momentKey({ depuis }: Pick<CatalogueFilter, "depuis">, at: Date): string {
  return depuis === "" ? dayOf(at) : at.toISOString();
}
