import { tryStorage } from "@/components/ui/quietly";
import type { CatalogueAddress } from "@/lib/catalogue/search/filter";
import { viewPaths } from "@/lib/catalogue/search/labels";

const name = "recherche";

/** The address of the catalogue this tab was at last, for the way back from an offer. */
export function rememberSearch(href: string): void {
  tryStorage(() => sessionStorage.setItem(name, href), undefined);
}

/** @returns the whole catalogue where nothing is remembered */
export function rememberedSearch(): CatalogueAddress {
  const href = tryStorage(() => sessionStorage.getItem(name), null) ?? "";
  const [path = ""] = href.split("?");
  return Object.values(viewPaths).some((known) => known === path)
    ? (href as CatalogueAddress)
    : viewPaths.list;
}
