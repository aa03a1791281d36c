import "server-only";
import { and, sql, type SQL } from "drizzle-orm";
import {
  type Availability,
  parseAvailability,
  toNumbers,
} from "@/lib/offer/availability/availability";
import {
  departmentFacet,
  halfDayFacet,
  hasDepartmentFacets,
  monthFacet,
  slotInDepartment,
  supportFacet,
  termFacet,
  termInDepartment,
} from "@/lib/offer/projection/facets";
import { hasAllOf, hasOneInDepartment, hasOneOf } from "@/lib/offer/projection/queries/facets";
import { publicOffer } from "@/lib/offer/projection/tables";
import { daysBefore } from "@/lib/platform/values/days";
import type { CommunePlace } from "@/lib/reference/commune/queries/communes";
import { type CatalogueFilter, type FilterName, filterNames, wantedSlots } from "../filter";

/** A search as the database is asked it: what its words and its commune turned out to mean. */
export interface ResolvedSearch {
  /** Of the catalogue, as it was when the search was understood (`catalogueVersion`). */
  version: string;
  filter: CatalogueFilter;
  /** As PostgreSQL writes a `tsquery`; empty when no word decides what is found. */
  tsQuery: string;
  /** The words that were typed, any of them: for the order. Empty when there are none. */
  typedQuery: string;
  /** Those of them that decide, and words for the same thing. */
  saidQuery: string;
  /** The public offer whose reference was typed instead of words; null for words. */
  reference: string | null;
  /** Null when none is asked for, or none has that name. */
  place: CommunePlace | null;
  /** INSEE codes of the communes within the radius, and how far each is. */
  communes: readonly { code: string; kilometres: number }[];
  /** The beginning of an hour (`momentOf`). */
  at: Date;
  /** Only what was published since: what an alert has not told of. */
  publishedAfter?: Date;
  /** Only what was published until then: what is published later, the next mail tells of. */
  publishedUntil?: Date;
}

const slotArray = (slots: Availability) => sql`${`{${toNumbers(slots).join(",")}}`}::int2[]`;

/** The words a search is for, as PostgreSQL has them: their stems were found before. */
export function wordsSought(tsQuery: string): SQL {
  return sql`${tsQuery}::tsquery`;
}

function condition(
  { filter, tsQuery, reference, place, communes, at }: ResolvedSearch,
  narrowing: FilterName,
): SQL | null {
  switch (narrowing) {
    case "q":
      if (reference !== null) return sql`${publicOffer.reference} = ${reference}`;
      return tsQuery === "" ? null : sql`${publicOffer.search} @@ ${wordsSought(tsQuery)}`;
    case "theme":
    case "public":
    case "terrain":
      return filter[narrowing].length === 0 ? null : hasOneOf(filter[narrowing].map(termFacet));
    case "departement":
      return filter.departement.length === 0
        ? null
        : hasOneOf(filter.departement.map(departmentFacet));
    case "lieu":
      // A thousand communes would be a thousand keys of the index; compared with one by one they
      // are looked up in a table.
      if (place === null) return filter.lieu === "" ? null : sql`false`;
      return sql`${publicOffer.commune} = any(${`{${communes.map(({ code }) => code).join(",")}}`}::text[])`;
    case "quand":
      return whenCondition(filter);
    case "places":
      return filter.places === "" ? null : sql`${publicOffer.places} >= ${filter.places}`;
    case "accueil":
      return filter.accueil.length === 0 ? null : hasAllOf(filter.accueil.map(supportFacet));
    case "depuis":
      return filter.depuis === ""
        ? null
        : sql`${publicOffer.publishedAt} >= ${daysBefore(at, filter.depuis).toISOString()}::timestamptz`;
  }
}

function whenCondition(filter: CatalogueFilter): SQL | null {
  const wanted = wantedSlots(filter);
  if (wanted.length === 0) return null;
  if (filter.accord === "un") return sql`${publicOffer.slots} && ${slotArray(wanted)}`;
  const { mois, demijournee, creneau } = filter;
  const inEach = [...mois.map(monthFacet), ...demijournee.map(halfDayFacet)];
  // All of March is some half-day in March; each Thursday afternoon of March is that very one.
  if (mois.length > 0 && demijournee.length > 0)
    return sql`${publicOffer.slots} @> ${slotArray(wanted)}`;
  return (
    and(
      inEach.length > 0 ? hasAllOf(inEach) : undefined,
      creneau.length > 0
        ? sql`${publicOffer.slots} @> ${slotArray(parseAvailability(creneau))}`
        : undefined,
    ) ?? null
  );
}

/**
 * Keys that are looked up for what is asked of the departments that are chosen: past that, two
 * short lists of keys are less to read than all of their pairs.
 */
const mostInDepartments = 64;

/** A narrowing and the departments that are chosen, as one; null where they are looked up apart. */
function inDepartments({ filter }: ResolvedSearch, narrowing: FilterName): SQL | null {
  if (!filter.departement.every(hasDepartmentFacets)) return null;
  const pairs = filter.departement.flatMap((code) => {
    switch (narrowing) {
      case "theme":
      case "public":
      case "terrain":
        return filter[narrowing].map((number) => termInDepartment(code, number));
      case "quand":
        return filter.accord === "un"
          ? wantedSlots(filter).map((slot) => slotInDepartment(code, slot))
          : [];
      default:
        return [];
    }
  });
  return pairs.length > 0 && pairs.length <= mostInDepartments ? hasOneInDepartment(pairs) : null;
}

/**
 * What an offer has to be to be found.
 * @param except narrowings to leave out: what the choices beside them are counted with
 */
export function matching(search: ResolvedSearch, except: readonly FilterName[] = []): SQL {
  const narrowings = filterNames.filter((narrowing) => !except.includes(narrowing));
  const there = new Map(
    narrowings.includes("departement")
      ? narrowings.map((narrowing) => [narrowing, inDepartments(search, narrowing)])
      : [],
  );
  const isSaid = [...there.values()].some((pairs) => pairs !== null);
  const conditions = narrowings
    .filter((narrowing) => narrowing !== "departement" || !isSaid)
    .map((narrowing) => there.get(narrowing) ?? condition(search, narrowing));
  const published = search.publishedAfter
    ? sql`${publicOffer.publishedAt} > ${search.publishedAfter.toISOString()}::timestamptz`
    : null;
  const until = search.publishedUntil
    ? sql`${publicOffer.publishedAt} <= ${search.publishedUntil.toISOString()}::timestamptz`
    : null;
  return and(...[...conditions, published, until].filter((each) => each !== null)) ?? sql`true`;
}

/** Whether anything narrows the search, as it was understood, but what is left out. */
export function narrowsSearch(search: ResolvedSearch, except: readonly FilterName[] = []): boolean {
  return activeFilterNames(search).some((narrowing) => !except.includes(narrowing));
}

/** The offers a search finds, or those it would find without one of its narrowings. */
export type CatalogueSet = FilterName | "";

/**
 * The narrowings a set leaves out. Where offers must be open on all that is chosen, one choice more
 * adds none.
 */
export function exceptOf(set: CatalogueSet, { filter }: ResolvedSearch): FilterName[] {
  return set === "" || (set === "quand" && filter.accord === "tous") ? [] : [set];
}

/** Narrowings whose choices are counted without themselves: choosing a second theme adds offers. */
const widening: readonly FilterName[] = [
  "theme",
  "public",
  "departement",
  "quand",
  "terrain",
  "depuis",
];

/** The sets whose facets a page shows. */
export function setsOf(search: ResolvedSearch): CatalogueSet[] {
  return ["", ...activeFilterNames(search).filter((narrowing) => widening.includes(narrowing))];
}

/** The narrowings that say something, as they were understood. */
export function activeFilterNames(search: ResolvedSearch): FilterName[] {
  return filterNames.filter((narrowing) => condition(search, narrowing) !== null);
}
