import { tryStorage } from "@/components/ui/quietly";
import type { CatalogueAddress } from "@/lib/catalogue/search/filter";
import { viewPaths } from "@/lib/catalogue/search/labels";

const [name, height, onTheWay] = ["recherche", "recherche-hauteur", "recherche-retour"];

/** The address of the catalogue this tab was at last, for the way back from an offer. */
export function rememberSearch(href: string): void {
  tryStorage(() => sessionStorage.setItem(name, href), undefined);
}

/** How far down it was read. @param pixels from its top */
export function rememberHeight(pixels: number): void {
  tryStorage(() => sessionStorage.setItem(height, String(Math.round(pixels))), undefined);
}

/** Whoever goes back by a link of ours wants to be where they were. */
export function goBackToSearch(): void {
  tryStorage(() => sessionStorage.setItem(onTheWay, "1"), undefined);
}

/** @returns where to go on reading, once after {@link goBackToSearch}; null otherwise */
export function heightToReturnTo(): number | null {
  const pixels = tryStorage(() => {
    const isBack = sessionStorage.getItem(onTheWay) !== null;
    sessionStorage.removeItem(onTheWay);
    return isBack ? sessionStorage.getItem(height) : null;
  }, null);
  return pixels === null ? null : Number(pixels) || 0;
}

/** @returns the whole catalogue where nothing is remembered */
export function rememberedSearch(): CatalogueAddress {
  const href = tryStorage(() => sessionStorage.getItem(name), null) ?? "";
  const [path = ""] = href.split("?");
  return Object.values(viewPaths).some((known) => known === path)
    ? (href as CatalogueAddress)
    : viewPaths.list;
}
