import { z } from "zod";
import {
  type Availability,
  type HalfDay,
  halfDays,
  isMonth,
  isSlot,
  type Month,
  months,
  parseAvailability,
  slotOf,
} from "@/lib/offer/availability/availability";
import { supports } from "@/lib/offer/projection/facets";
import { departmentCode } from "@/lib/platform/values/department-code";
import { fieldList, line } from "@/lib/platform/values/fields";
import { communeWords } from "@/lib/reference/commune/labels";
import type { Place } from "@/lib/reference/commune/understand-place";

/** Kilometres around a commune; none is the commune itself. */
export const radii = [0, 5, 10, 20, 30, 50, 100] as const;
export const defaultRadius = 20;

/** Days since an offer was published. */
export const sinceDays = [7, 30, 90] as const;

export const sortings = ["pertinence", "recentes", "proches", "debut"] as const;
export type Sorting = (typeof sortings)[number];

/** Of a search that finds too much to be sorted by relevance, so many of the newest are. */
export const ranked = 400;

/** Offers of one sheet to print: about seven pages of paper, and light (P6 of docs/quality.md). */
export const mostOnSheet = 90;

/** Whether an offer has to be open on one of the wanted half-days, or on each of them. */
export const agreements = ["un", "tous"] as const;

/** The most places a search asks for. */
export const mostPlaces = 9999;

/** Characters of a search that are read. */
const longestSearch = 200;

/** One line of text that ends with the last whole word there is room for. */
function cutLine(max: number) {
  return line(Number.POSITIVE_INFINITY, "")
    .transform((whole) => {
      if (whole.length <= max) return whole;
      const cut = whole.slice(0, max + 1).replace(/\S*$/, "");
      return cut.trim() || whole.slice(0, max);
    })
    .catch("");
}

/** What does not parse is as if it had not been said, each value of a list by itself. */
function several<T>(parse: (value: unknown) => T | null, max = 60) {
  return fieldList(z.array(z.unknown()))
    .catch([])
    .transform(
      (values) =>
        [...new Set(values.map(parse))].filter((value) => value !== null).slice(0, max) as T[],
    );
}

const oneOf =
  <T>(known: readonly T[]) =>
  (value: unknown): T | null =>
    known.find((each) => String(each) === value) ?? null;
const termNumber = (value: unknown): number | null =>
  typeof value === "string" && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null;
const department = (value: unknown): string | null => departmentCode.safeParse(value).data ?? null;

/** In figures: no text at all would be the number 0. */
const radius = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.literal(radii));

/** The search of /offres, of the API and of an alert, as an address says it. */
export const catalogueFilterSchema = z.object({
  q: cutLine(longestSearch),
  /** Numbers of terms: one of the themes, one of the audiences, one of the types of site. */
  theme: several(termNumber),
  public: several(termNumber),
  terrain: several(termNumber),
  departement: several(department),
  /** A place as people write it: a commune, a postcode, a CEDEX line, a department. */
  lieu: cutLine(80),
  rayon: radius.catch(defaultRadius),
  /**
   * Any half-day of these months, any month on these half-days, or both at once; `creneau` adds
   * single slots.
   */
  mois: several((value) =>
    typeof value === "string" && isMonth(Number(value)) ? (Number(value) as Month) : null,
  ),
  demijournee: several(oneOf(halfDays)),
  creneau: several((value) => (typeof value === "string" && isSlot(value) ? value : null), 168),
  accord: z.enum(agreements).catch("un"),
  places: z.coerce.number().int().min(1).max(mostPlaces).or(z.literal("")).catch(""),
  /** All of them. */
  accueil: several(oneOf(supports)),
  depuis: z.coerce.number().pipe(z.literal(sinceDays)).or(z.literal("")).catch(""),
  tri: z.enum(sortings).or(z.literal("")).catch(""),
  apres: line(200, "La page").catch(""),
});

export type CatalogueFilter = z.output<typeof catalogueFilterSchema>;

/**
 * How many offers come before the page that an address asks for, as the page before it counted
 * them.
 * @param apres 0 where it does not say so
 */
export function offersBefore(apres: string): number {
  return Number(/_[^_]+_(\d{1,7})$/.exec(apres)?.[1] ?? 0);
}

/** What an address says instead of a number of places; null where nothing is wrong. */
export function misreadPlaces({
  places,
}: Record<string, string | string[] | undefined>): string | null {
  const typed = String(places ?? "").trim();
  return typed !== "" && catalogueFilterSchema.shape.places.parse(typed) === ""
    ? typed.slice(0, 40)
    : null;
}

/** What an address says instead of one of the {@link radii}; null where nothing is wrong. */
export function misreadRadius({
  rayon,
}: Record<string, string | string[] | undefined>): string | null {
  const typed = String(rayon ?? "").trim();
  return typed === "" || radius.safeParse(typed).success ? null : typed.slice(0, 40);
}

/** Whether more was typed to search for than is read. */
export function isSearchCut({ q }: Record<string, string | string[] | undefined>): boolean {
  return typeof q === "string" && q.trim().length > longestSearch;
}

/** The slots a search wants; empty when it does not say when. */
export function wantedSlots({
  mois,
  demijournee,
  creneau,
}: Pick<CatalogueFilter, "mois" | "demijournee" | "creneau">): Availability {
  if (mois.length === 0 && demijournee.length === 0) return parseAvailability(creneau);
  const inMonths: readonly Month[] = mois.length === 0 ? months : mois;
  const onHalfDays: readonly HalfDay[] = demijournee.length === 0 ? halfDays : demijournee;
  return parseAvailability([
    ...creneau,
    ...inMonths.flatMap((month) => onHalfDays.map((halfDay) => slotOf(month, halfDay))),
  ]);
}

/**
 * A search with its place as it was understood: a commune by its name of today, departments among
 * the departments, kilometres that were typed as the radius.
 * @param place what `lieu` was understood as; null where nothing was typed
 */
export function withPlace(filter: CatalogueFilter, place: Place | null): CatalogueFilter {
  if (place?.kind === "departments")
    return {
      ...filter,
      lieu: "",
      departement: [...new Set([...filter.departement, ...place.departments])],
    };
  if (place?.kind !== "communes") return filter;
  const { communes, kilometres } = place;
  const wider = radii.find((radius) => radius >= (kilometres ?? 0)) ?? radii.at(-1);
  return {
    ...filter,
    lieu: communeWords(communes[0]),
    rayon: kilometres === null ? filter.rayon : (wider ?? filter.rayon),
  };
}

/** What narrows a search, in the order the page says it. */
export const filterNames = [
  "q",
  "theme",
  "public",
  "departement",
  "lieu",
  "quand",
  "places",
  "accueil",
  "terrain",
  "depuis",
] as const;
export type FilterName = (typeof filterNames)[number];

/** The parameters each of them has in an address. */
const parametersOf: Readonly<Record<FilterName, readonly (keyof CatalogueFilter)[]>> = {
  q: ["q"],
  theme: ["theme"],
  public: ["public"],
  departement: ["departement"],
  lieu: ["lieu", "rayon"],
  quand: ["mois", "demijournee", "creneau", "accord"],
  places: ["places"],
  accueil: ["accueil"],
  terrain: ["terrain"],
  depuis: ["depuis"],
};

const nothing = catalogueFilterSchema.parse({});

export function hasFilter(filter: CatalogueFilter, narrowing: FilterName): boolean {
  const name = parametersOf[narrowing][0];
  if (narrowing === "quand") return wantedSlots(filter).length > 0;
  const value = name ? filter[name] : "";
  return Array.isArray(value) ? value.length > 0 : value !== "";
}

export function hasFilters(filter: CatalogueFilter): boolean {
  return filterNames.some((narrowing) => hasFilter(filter, narrowing));
}

/** The same search without one of its narrowings. */
export function without(filter: CatalogueFilter, narrowing: FilterName): CatalogueFilter {
  return {
    ...filter,
    ...Object.fromEntries(parametersOf[narrowing].map((name) => [name, nothing[name]])),
    apres: "",
  };
}

/**
 * A search as an address writes it: always in one order, what says nothing left out, so that two
 * equal searches are the same text.
 */
export function filterQuery(
  filter: CatalogueFilter,
  changes: Partial<CatalogueFilter> = {},
): string {
  const whole = { ...filter, ...changes };
  const says = { rayon: whole.lieu !== "", accord: wantedSlots(whole).length > 0 };
  const pairs = (Object.keys(nothing) as (keyof CatalogueFilter)[]).flatMap((name) => {
    const value = whole[name];
    if (name in says && !says[name as keyof typeof says]) return [];
    if (Array.isArray(value))
      return [...value]
        .map(String)
        .sort()
        .map((each) => [name, each]);
    return value === "" || value === nothing[name] ? [] : [[name, String(value)]];
  });
  return new URLSearchParams(pairs).toString();
}

type CataloguePath =
  | `/offres${"" | "/carte" | "/calendrier" | "/alerte" | "/imprimer" | "/flux.atom"}`
  | `/api/v1/offres${"" | ".csv" | ".xlsx"}`;
export type CatalogueAddress = CataloguePath | `${CataloguePath}?${string}`;

/** An address of the catalogue: the path alone when nothing is searched. */
export function catalogueHref(
  filter: CatalogueFilter,
  changes: Partial<CatalogueFilter> = {},
  path: CataloguePath = "/offres",
): CatalogueAddress {
  const query = filterQuery(filter, changes);
  return query === "" ? path : `${path}?${query}`;
}

/** The search that {@link filterQuery} wrote. */
export function readFilter(query: string): CatalogueFilter {
  const parameters = new URLSearchParams(query);
  return catalogueFilterSchema.parse(
    Object.fromEntries(
      [...new Set(parameters.keys())].map((name) => [
        name,
        parameters.getAll(name).length > 1 ? parameters.getAll(name) : parameters.get(name),
      ]),
    ),
  );
}
