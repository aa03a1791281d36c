import "server-only";
import { listing } from "@/lib/platform/load/lane";
import { store, storedValue } from "@/lib/platform/load/store";
import { type CatalogueFilter, filterQuery, mostOnSheet } from "../filter";
import { searchInWords } from "../filter-words";
import { looseningInWords } from "../loosening-words";
import { askedAgain, catalogue } from "./catalogue";
import type { Count } from "./counts";
import type { CatalogueCardDto } from "./search";
import { answerKey } from "./version";

/** What a search finds, to be read on paper. */
export interface SearchSheet {
  /** From its first offer on: as it was understood, or as it was asked for where it is loosened. */
  query: string;
  words: string;
  /** How it was widened, a sentence each. */
  loosened: string[];
  total: Count;
  offers: Omit<CatalogueCardDto, "publishedAt">[];
}

const sheets = store("sheets", 16 * 1024 * 1024);

/**
 * A search for paper, in its order, made once for each version of the catalogue. Public.
 * @throws Busy when too many are being made
 */
export async function searchSheet(asked: CatalogueFilter): Promise<SearchSheet> {
  const filter = { ...asked, apres: "" };
  const key = await answerKey("sheet", filter);
  return storedValue(sheets, key, () => listing(() => makeSheet(filter)));
}

async function makeSheet(filter: CatalogueFilter): Promise<SearchSheet> {
  const found = await catalogue(filter, mostOnSheet);
  const { search, terms, counts, page } = found;
  return {
    query: filterQuery(askedAgain(found)),
    words: searchInWords(search.filter, terms),
    loosened: looseningInWords(found),
    total: counts.total,
    offers: page.offers.map(({ publishedAt: _, ...offer }) => offer),
  };
}
