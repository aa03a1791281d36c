import "server-only";
import type { CatalogueFilter } from "../filter";
import type { Loosening } from "../loosening-words";
import { type FacetCounts, facetCounts, foundCounts } from "./counts";
import { findsAny, loosened } from "./loosen";
import { cursorOf, fromStart } from "./order";
import { type Understood, understood } from "./resolve";
import {
  cardsOfPage,
  type CataloguePage,
  comesWhole,
  pageSize,
  previousPage,
  rowsOfPage,
} from "./search";
import { type SearchSize, searchSizeOf } from "./search-size";

/** What a search lists. */
export interface Listed extends Understood {
  /** What was left of a search that found nothing as it was typed; null where nothing was. */
  loosening: Loosening | null;
  /** Its words with those that led to nothing, for the field they were typed in. */
  typed: string;
  isEmpty: boolean;
}

export interface Catalogue extends Listed {
  extent: SearchSize;
  counts: FacetCounts;
  page: CataloguePage;
  /** See {@link previousPage}. */
  previous: string | null;
}

/**
 * What a page of the catalogue shows: the offers found, and how many there are behind every choice.
 * Where the words that were typed find nothing, what a part of them finds. Public.
 * @param size offers of a page
 */
export async function catalogue(filter: CatalogueFilter, size = pageSize): Promise<Catalogue> {
  const meaning = await understood(filter);
  const found = await readCatalogue(meaning, size);
  const asItStands = { ...found, loosening: null, typed: found.search.filter.q };
  if (found.page.offers.length > 0) return { ...asItStands, isEmpty: false };
  const looser = await loosened(filter, meaning);
  if (!looser) return { ...asItStands, isEmpty: true };
  return {
    ...(await readCatalogue(looser.meaning, size)),
    loosening: looser.told,
    typed: looser.typed,
    isEmpty: false,
  };
}

/** The search whose offers {@link catalogue} shows, for a file that holds all of them. Public. */
export async function listed(filter: CatalogueFilter): Promise<Listed> {
  const meaning = await understood(filter);
  const asItStands = { ...meaning, loosening: null, typed: meaning.search.filter.q };
  if (await findsAny(meaning)) return { ...asItStands, isEmpty: false };
  const looser = await loosened(filter, meaning);
  return looser
    ? { ...looser.meaning, loosening: looser.told, typed: looser.typed, isEmpty: false }
    : { ...asItStands, isEmpty: true };
}

/** What a list is asked for by: as it was typed where it is loosened, to be loosened alike. */
export function askedAgain({ asked, search, loosening }: Listed): CatalogueFilter {
  return loosening ? asked : search.filter;
}

async function readCatalogue(
  meaning: Understood,
  size: number,
): Promise<Omit<Catalogue, "loosening" | "typed" | "isEmpty">> {
  const { search } = meaning;
  const extent = await searchSizeOf(search);
  const told = comesWhole(search, extent) ? foundCounts(search) : undefined;
  const read = rowsOfPage(search, extent, size, { told });
  const [rows, previous, counts] = await Promise.all([
    read,
    previousPage(search, extent, size),
    facetCounts(search, extent, told && (async () => (await read).told)),
  ]);
  const page = cardsOfPage(search, rows);
  // Offers were withdrawn since its link was shown.
  if (page.offers.length === 0 && cursorOf(search) !== null)
    return readCatalogue({ ...meaning, search: fromStart(search) }, size);
  return { ...meaning, extent, counts, page, previous };
}
