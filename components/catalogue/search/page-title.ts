import { offersBefore } from "@/lib/catalogue/search/filter";
import { pageSize } from "@/lib/catalogue/search/queries/search";

/** The title of a page of the catalogue, with which of its pages it is. */
export function pageTitle(title: string, { apres }: { apres: string }): string {
  const before = offersBefore(apres);
  return before === 0 ? title : `${title}, page ${Math.floor(before / pageSize) + 1}`;
}
