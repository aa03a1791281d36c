import {
  type HalfDay,
  halfDayOf,
  halfDays,
  type Month,
  monthOf,
  type Slot,
  slotNumber,
} from "@/lib/offer/availability/availability";
import { monthNumber } from "@/lib/offer/availability/elapsed";

/**
 * What a search filters and counts by, as numbers in one array of the read model
 * (`public_offer.facets`), so that one GIN index serves all of it and one pass counts all of it.
 * Each group has a range of its own; a stored number never changes its meaning. Slots have a column
 * of their own.
 */
export const facetGroups = {
  /** Calendar months with a slot, 1 to 12. */
  month: { from: 1, to: 12 },
  /** Half-days open in some month, Monday morning first. */
  halfDay: { from: 20, to: 33 },
  support: { from: 40, to: 41 },
  /** All of its months are over. */
  elapsed: { from: 45, to: 45 },
  department: { from: 1_000, to: 9_999 },
  commune: { from: 10_000, to: 1_899_999 },
  /**
   * The first month to come that it can host in (`monthNumber` of
   * lib/offer/availability/elapsed.ts).
   */
  start: { from: 1_900_000, to: 1_932_767 },
  /** Terms of every list the ARS edits, by their number. */
  term: { from: 2_000_000, to: 2_999_999 },
  /**
   * In which of 1,024 equal parts of the catalogue the offer is: parts are drawn by its id, so each
   * is like the whole.
   */
  part: { from: 3_000_000, to: 3_001_023 },
} as const;

export type FacetGroup = keyof typeof facetGroups;

export const supports = ["lodging", "catering"] as const;
export type Support = (typeof supports)[number];

export const partCount = 1024;

export function monthFacet(month: Month): number {
  return month;
}

export function halfDayFacet(halfDay: HalfDay): number {
  return facetGroups.halfDay.from + halfDays.indexOf(halfDay);
}

export function supportFacet(support: Support): number {
  return facetGroups.support.from + supports.indexOf(support);
}

/** When an offer starts of which nothing is to come: after every month there is. */
export const neverStarts = 32_767;

/** @param start see {@link startOf} */
export function startFacet(start: number): number {
  return facetGroups.start.from + start;
}

/**
 * The number of the first month of an availability; {@link neverStarts} for an empty one. @param
 * ahead what is to come
 */
export function startOf(ahead: readonly Slot[], campaign: number): number {
  return Math.min(neverStarts, ...ahead.map((slot) => monthNumber(campaign, monthOf(slot))));
}

/** @param part 0 to 1,023 */
export function partFacet(part: number): number {
  return facetGroups.part.from + part;
}

/** The last bits of a UUIDv7 are drawn at random. */
export function partOf(offerId: string): number {
  return Number.parseInt(offerId.slice(-3), 16) % partCount;
}

/**
 * Codes of departments hold letters in Corsica (2A): read as hexadecimal they stay apart, «974»
 * included.
 */
export function departmentFacet(code: string): number {
  return facetGroups.department.from + Number.parseInt(code, 16);
}

/** @param code INSEE code, five characters, the second of which may be A or B */
function communeFacet(code: string): number {
  return facetGroups.commune.from + Number.parseInt(code, 16);
}

/** @param number of the term (`vocabulary_term.number`) */
export function termFacet(number: number): number {
  return facetGroups.term.from + number;
}

/**
 * A term with a department, as one number (`public_offer.department_facets`): an offer in ten has
 * the one, an offer in ten the other, and PostgreSQL would read the whole list of both to find the
 * offer in a hundred that has the two.
 * @param code of the department
 * @param number of the term
 */
export function termInDepartment(code: string, number: number): number {
  return departmentPlace(code) * inDepartment.width + number;
}

/** The same of a slot. */
export function slotInDepartment(code: string, slot: Slot): number {
  return departmentPlace(code) * inDepartment.width + inDepartment.slots + slotNumber(slot);
}

// The same numbers stand in the function of drizzle/0023.
const inDepartment = { width: 1_001_000, slots: 1_000_000, departments: 1024 } as const;

/** Of these codes none has the remainder of another; any other number would have somebody's. */
export function hasDepartmentFacets(code: string): boolean {
  return /^(\d{2}|2[AB]|9[78]\d)$/.test(code);
}

function departmentPlace(code: string): number {
  return Number.parseInt(code, 16) % inDepartment.departments;
}

interface Faceted {
  offerId: string;
  campaign: number;
  /** What is to come: months that are over are neither found nor counted. */
  ahead: readonly Slot[];
  lodging: boolean;
  catering: boolean;
  department: string;
  commune: string;
  /** Numbers of the terms it has: themes, audiences, types of its site and of its structure. */
  terms: readonly number[];
}

/** All facets of an offer, ascending, each once. */
export function facetsOf(offer: Faceted): number[] {
  const { offerId, campaign, ahead, lodging, catering, department, commune, terms } = offer;
  const found = [
    ...ahead.map((slot) => monthFacet(monthOf(slot))),
    ...ahead.map((slot) => halfDayFacet(halfDayOf(slot))),
    ...(ahead.length === 0 ? [facetGroups.elapsed.from] : []),
    ...(lodging ? [supportFacet("lodging")] : []),
    ...(catering ? [supportFacet("catering")] : []),
    partFacet(partOf(offerId)),
    departmentFacet(department),
    communeFacet(commune),
    startFacet(startOf(ahead, campaign)),
    ...terms.map(termFacet),
  ];
  return [...new Set(found)].sort((a, b) => a - b);
}
