import "server-only";
import type { CatalogueFilter } from "../filter";
import { type FacetCounts, facetCounts } from "./facets";
import { type Understood, understood } from "./resolve";
import { type CataloguePage, searchPage } from "./search";
import { type Extent, extentOf } from "./size";

export interface Catalogue extends Understood {
  extent: Extent;
  counts: FacetCounts;
  page: CataloguePage;
}

/** What a page of the catalogue shows: the offers found, and how many there are behind every choice. Public. */
export async function catalogue(filter: CatalogueFilter): Promise<Catalogue> {
  const meaning = await understood(filter);
  const extent = await extentOf(meaning.search);
  const [counts, page] = await Promise.all([facetCounts(meaning.search, extent), searchPage(meaning.search, extent)]);
  return { ...meaning, extent, counts, page };
}
