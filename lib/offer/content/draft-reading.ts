import {
  type Availability,
  isMonth,
  parseAvailability,
  withinMonths,
} from "@/lib/offer/availability/availability";
import type { OfferDraft } from "./schema";

/** A field that was sent no, one or several times, as a list. */
export function listOf(value: string | string[] | undefined): string[] {
  return value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];
}

/** A field as one text. */
export function textOf(value: string | string[] | undefined): string {
  return listOf(value)[0] ?? "";
}

/** The slots of a draft that stand in one of its chosen months. */
export function availabilityOf(values: OfferDraft["values"]): Availability {
  const chosen = listOf(values.months).map(Number).filter(isMonth);
  return withinMonths(parseAvailability(listOf(values.slots)), chosen);
}
