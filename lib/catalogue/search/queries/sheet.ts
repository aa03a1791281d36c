import "server-only";
import { listing } from "@/lib/platform/load/lane";
import { store, storedValue } from "@/lib/platform/load/store";
import { type CatalogueFilter, filterQuery, mostOnSheet, offersBefore } from "../filter";
import { searchInWords } from "../filter-words";
import { looseningInWords } from "../loosening-words";
import { askedAgain, catalogue } from "./catalogue";
import type { Count } from "./counts";
import { type CatalogueCardDto, type CataloguePage, endsEarly } from "./search";
import { answerKey } from "./version";

/** What a search finds, to be read on paper: a sheet of several where it finds much. */
export interface SearchSheet extends Pick<CataloguePage, "next" | "before"> {
  /** From its first offer on: as it was understood, or as it was asked for where it is loosened. */
  query: string;
  /** What other sheets of it are asked by: as it was understood, and from where on. */
  found: string;
  /** See `previousPage`. */
  previous: string | null;
  endsEarly: boolean;
  words: string;
  /** How it was widened, a sentence each. */
  loosened: string[];
  total: Count;
  offers: Omit<CatalogueCardDto, "publishedAt">[];
}

const sheets = store("sheets", 16 * 1024 * 1024);

/**
 * A sheet of a search for paper, in its order, made once for each version of the catalogue. Public.
 * @throws Busy when too many are being made
 */
export async function searchSheet(asked: CatalogueFilter): Promise<SearchSheet> {
  const filter = offersBefore(asked.apres) > 0 ? asked : { ...asked, apres: "" };
  const key = await answerKey("sheet", filter);
  return storedValue(sheets, key, () => listing(() => makeSheet(filter)));
}

async function makeSheet(filter: CatalogueFilter): Promise<SearchSheet> {
  const found = await catalogue(filter, mostOnSheet);
  const { search, extent, terms, counts, page, previous } = found;
  return {
    query: filterQuery(askedAgain(found), { apres: "" }),
    found: filterQuery(search.filter),
    next: page.next,
    before: page.before,
    previous,
    endsEarly: endsEarly(search, extent, page),
    words: searchInWords(search.filter, terms),
    loosened: looseningInWords(found),
    total: counts.total,
    offers: page.offers.map(({ publishedAt: _, ...offer }) => offer),
  };
}
