import "server-only";
import { fromNumbers } from "@/lib/offer/availability/availability";
import { availabilityWords } from "@/lib/offer/availability/availability-words";
import { toCome } from "@/lib/offer/availability/elapsed";
import { monthStrip, type StripMonths } from "@/lib/offer/availability/month-strip";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { ranked } from "../filter";
import { narrowsSearch, type ResolvedSearch } from "./conditions";
import { cursorOf, fromStart, isWalkedDearly, sortingOf, writeCursor } from "./order";
import { isLittle, sampleSizeOf, type SearchSize } from "./search-size";
import { soonest } from "./soonest";
import {
  type CatalogueRow,
  sortedStatement,
  type StatementOptions,
  walkedStatement,
  walking,
  worthSorting,
} from "./statements";

/** Offers on a page of results. */
export const pageSize = 20;

export interface CatalogueCardDto extends Omit<
  CatalogueRow,
  "offerId" | "slots" | "publishedAt" | "key" | "told"
> {
  /** When it can still host, in words; nothing when all of its months are over. */
  availability: string[];
  elapsed: boolean;
  strip: StripMonths;
  publishedAt: Date;
  /** Kilometres from the commune of the search, one decimal; null when there is none. */
  kilometres: number | null;
}

export interface CataloguePage {
  offers: CatalogueCardDto[];
  /** Where the next page starts (`apres`); null on the last one. */
  next: string | null;
  /** Offers before its first one. */
  before: number;
}

/** Offers of a page as the database gives them. */
export interface PageOfRows<Row extends CatalogueRow = CatalogueRow> {
  rows: Row[];
  /** See {@link CataloguePage}. */
  next: string | null;
  before: number;
  /** What was asked of all that is found (`Told`); null where nothing is. */
  told: unknown;
}

/**
 * A page of the public catalogue in the order of the search. Reads the read model only, so nothing
 * unapproved can show.
 * @param options `told` is answered where {@link isReadWhole}
 */
export async function rowsOfPage<Row extends CatalogueRow = CatalogueRow>(
  search: ResolvedSearch,
  extent: SearchSize,
  size: number,
  options: StatementOptions = {},
): Promise<PageOfRows<Row>> {
  const all = (await found(search, extent, size + 1, options)) as Row[];
  const rows = all.slice(0, size);
  const last = rows.at(-1);
  const before = cursorOf(search)?.before ?? 0;
  return {
    rows,
    next: all.length > size && last ? cursorBehind(last, before + size) : null,
    before,
    told: all[0]?.told ?? null,
  };
}

/** The same as cards. */
export async function searchPage(
  search: ResolvedSearch,
  extent: SearchSize,
  size = pageSize,
): Promise<CataloguePage> {
  return cardsOfPage(search, await rowsOfPage(search, extent, size));
}

export function cardsOfPage(
  search: ResolvedSearch,
  { rows, next, before }: PageOfRows,
): CataloguePage {
  const at = now();
  const kilometres = new Map(search.communes.map((near) => [near.code, near.kilometres]));
  return {
    offers: rows.map(({ slots, publishedAt, offerId: _, key: __, told: ___, ...card }) => {
      const ahead = toCome(fromNumbers(slots), card.campaign, at);
      return {
        ...card,
        availability: availabilityWords(ahead),
        elapsed: ahead.length === 0,
        strip: monthStrip(ahead, card.campaign, at),
        publishedAt: new Date(publishedAt),
        kilometres: kilometres.get(card.commune) ?? null,
      };
    }),
    next,
    before,
  };
}

/** The farthest page that is looked back from, in offers: those before it are read to find it. */
const farthestBack = 1_000;

/**
 * Where the page before the one of a search starts (`apres`): empty for the first one, null where
 * there is none, or too far to be looked for.
 */
export async function previousPage(
  search: ResolvedSearch,
  extent: SearchSize,
  size = pageSize,
): Promise<string | null> {
  const cursor = cursorOf(search);
  if (cursor === null || cursor.before > farthestBack) return null;
  const before = cursor.before - size;
  if (before <= 0) return "";
  const last = (await found(fromStart(search), extent, before)).at(-1);
  return last ? cursorBehind(last, before) : "";
}

function cursorBehind({ key, publishedAt, offerId }: CatalogueRow, before: number): string {
  return writeCursor({ key, publishedAt: new Date(publishedAt), offerId, before });
}

function found(
  search: ResolvedSearch,
  extent: SearchSize,
  limit: number,
  options: StatementOptions = {},
): Promise<CatalogueRow[]> {
  if (extent.isCounted && extent.found === 0) return Promise.resolve([]);
  if (isSorted(search, extent)) return sorted(search, limit, options);
  return sortingOf(search) === "debut"
    ? soonest(search, extent, limit, options)
    : walked(search, limit, options);
}

/**
 * Whether the first page of a search is read from all that it finds: what is to be known of all of
 * it can be told with the page (`Told`).
 */
export function isReadWhole(search: ResolvedSearch, extent: SearchSize): boolean {
  return cursorOf(search) === null && sampleSizeOf(extent) === "all" && isSorted(search, extent);
}

/** The same of so little that it may be much that is to be known of each. */
export function comesWhole(search: ResolvedSearch, extent: SearchSize): boolean {
  return isLittle(extent) && isReadWhole(search, extent);
}

/** Whether all offers a search finds are collected and sorted. */
export function isSorted(search: ResolvedSearch, extent: SearchSize): boolean {
  return (
    (sampleSizeOf(extent) === "all" && isWalkedDearly(search)) ||
    extent.found <= worthSorting(extent, sortingOf(search) === "pertinence" ? ranked : pageSize)
  );
}

/** Whether more was found behind the last page of an order that weighs only the newest. */
export function endsEarly(
  search: ResolvedSearch,
  extent: SearchSize,
  { next }: Pick<CataloguePage, "next">,
): boolean {
  return next === null && sortingOf(search) === "pertinence" && !isSorted(search, extent);
}

async function sorted(
  search: ResolvedSearch,
  limit: number,
  options: StatementOptions,
): Promise<CatalogueRow[]> {
  return [...(await db.execute<CatalogueRow>(sortedStatement(search, limit, options)))];
}

async function walked(
  search: ResolvedSearch,
  limit: number,
  options: StatementOptions,
): Promise<CatalogueRow[]> {
  const statement = walkedStatement(search, limit, options);
  // Nothing that another index could be tempted by.
  if (!narrowsSearch(search)) return [...(await db.execute<CatalogueRow>(statement))];
  return db.transaction(
    async (tx) => {
      await tx.execute(walking);
      return [...(await tx.execute<CatalogueRow>(statement))];
    },
    { accessMode: "read only" },
  );
}
