import { dayOf } from "@/lib/platform/values/calendar-day";
import type { CatalogueFilter } from "./filter";

const hour = 3_600_000;

/**
 * As of when a search is made: the beginning of the hour. One for what is new would find other
 * offers each moment; so it can be kept that long, and its counts are those of its list.
 */
export function momentOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / hour) * hour);
}

/** What of it an answer that is kept depends on: months are over from one day to the next. */
export function momentKey({ depuis }: Pick<CatalogueFilter, "depuis">, at: Date): string {
  return depuis === "" ? dayOf(at) : at.toISOString();
}
