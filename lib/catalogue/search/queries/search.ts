import "server-only";
import { fromNumbers } from "@/lib/offer/availability/availability";
import { availabilityWords } from "@/lib/offer/availability/availability-words";
import { toCome } from "@/lib/offer/availability/elapsed";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { ranked } from "../filter";
import type { ResolvedSearch } from "./conditions";
import type { FacetRow } from "./counts";
import { sortingOf, writeCursor } from "./order";
import { sampleSizeOf, type SearchSize } from "./search-size";
import { soonest } from "./soonest";
import {
  type CatalogueRow,
  sortedStatement,
  walkedStatement,
  walking,
  worthSorting,
} from "./statements";

/** Offers on a page of results. */
export const pageSize = 20;

export interface CatalogueCardDto extends Omit<
  CatalogueRow,
  "offerId" | "slots" | "publishedAt" | "key"
> {
  /** When it can still host, in words; nothing when all of its months are over. */
  availability: string[];
  elapsed: boolean;
  publishedAt: Date;
  /** Kilometres from the commune of the search, one decimal; null when there is none. */
  kilometres: number | null;
}

export interface CataloguePage {
  offers: CatalogueCardDto[];
  /** Where the next page starts (`apres`); null on the last one. */
  next: string | null;
  /** Of all offers the search finds, where they were all looked at. */
  facets: FacetRow[] | null;
}

/**
 * A page of the public catalogue in the order of the search. Reads the read model only, so nothing
 * unapproved can show.
 */
export async function searchPage(
  search: ResolvedSearch,
  extent: SearchSize,
  size = pageSize,
): Promise<CataloguePage> {
  const { rows, facets } = await found(search, extent, size + 1);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const at = now();
  const kilometres = new Map(search.communes.map((near) => [near.code, near.kilometres]));
  return {
    offers: shown.map(({ slots, publishedAt, offerId: _, key: __, ...card }) => {
      const ahead = toCome(fromNumbers(slots), card.campaign, at);
      return {
        ...card,
        availability: availabilityWords(ahead),
        elapsed: ahead.length === 0,
        publishedAt: new Date(publishedAt),
        kilometres: kilometres.get(card.commune) ?? null,
      };
    }),
    next:
      rows.length > size && last
        ? writeCursor({
            key: last.key,
            publishedAt: new Date(last.publishedAt),
            offerId: last.offerId,
          })
        : null,
    facets,
  };
}

async function found(
  search: ResolvedSearch,
  extent: SearchSize,
  limit: number,
): Promise<{ rows: CatalogueRow[]; facets: FacetRow[] | null }> {
  if (isSorted(search, extent)) return sorted(search, extent, limit);
  return {
    rows:
      sortingOf(search) === "debut"
        ? await soonest(search, extent, limit)
        : await walked(search, limit),
    facets: null,
  };
}

/** Whether all offers a search finds are collected and sorted. */
export function isSorted(search: ResolvedSearch, extent: SearchSize): boolean {
  return (
    sampleSizeOf(extent) === "all" ||
    extent.found <= worthSorting(extent, sortingOf(search) === "pertinence" ? ranked : pageSize)
  );
}

async function sorted(
  search: ResolvedSearch,
  extent: SearchSize,
  limit: number,
): Promise<{ rows: CatalogueRow[]; facets: FacetRow[] | null }> {
  const [found] = await db.execute<{ page: CatalogueRow[] | null; facets: FacetRow[] | null }>(
    sortedStatement(search, extent, limit),
  );
  return {
    rows: found?.page ?? [],
    facets: sampleSizeOf(extent) === "all" ? (found?.facets ?? []) : null,
  };
}

async function walked(search: ResolvedSearch, limit: number): Promise<CatalogueRow[]> {
  return db.transaction(
    async (tx) => {
      await tx.execute(walking);
      return [...(await tx.execute<CatalogueRow>(walkedStatement(search, limit)))];
    },
    { accessMode: "read only" },
  );
}
