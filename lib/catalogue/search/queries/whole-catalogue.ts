import "server-only";
import { catalogueFilterSchema } from "../filter";
import { type FacetCounts, facetCounts } from "./counts";
import { understood } from "./resolve";
import { searchSizeOf } from "./search-size";

/** How many offers there are, and behind every choice, before anything is searched. Public. */
export async function wholeCatalogue(): Promise<FacetCounts> {
  const { search } = await understood(catalogueFilterSchema.parse({}));
  return facetCounts(search, await searchSizeOf(search));
}
