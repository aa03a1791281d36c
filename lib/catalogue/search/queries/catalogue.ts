import "server-only";
import type { CatalogueFilter } from "../filter";
import { type FacetCounts, facetCounts } from "./counts";
import { type Understood, understood } from "./resolve";
import { type CataloguePage, searchPage } from "./search";
import { sampleSizeOf, type SearchSize, searchSizeOf } from "./search-size";

export interface Catalogue extends Understood {
  extent: SearchSize;
  counts: FacetCounts;
  page: CataloguePage;
}

/**
 * What a page of the catalogue shows: the offers found, and how many there are behind every choice.
 * Public.
 */
export async function catalogue(filter: CatalogueFilter): Promise<Catalogue> {
  const meaning = await understood(filter);
  const extent = await searchSizeOf(meaning.search);
  const page = searchPage(meaning.search, extent);
  // A page that looks at all there is counts it on the way; the rest is counted meanwhile.
  const own = sampleSizeOf(extent) === "all" ? page.then(({ facets }) => facets ?? []) : null;
  const [shown, counts] = await Promise.all([page, facetCounts(meaning.search, extent, own)]);
  return { ...meaning, extent, counts, page: shown };
}
