const name = "recherche";
const catalogue = "/offres";

/** The address of the catalogue this tab was at last, for the way back from an offer. */
export function rememberSearch(href: string): void {
  try {
    sessionStorage.setItem(name, href);
  } catch {
    // Storage may be closed to us: the way back then leads to the whole catalogue.
  }
}

/** @returns the whole catalogue where nothing is remembered */
export function rememberedSearch(): string {
  try {
    const href = sessionStorage.getItem(name) ?? "";
    return /^\/offres(\/(carte|calendrier))?(\?|$)/.test(href) ? href : catalogue;
  } catch {
    return catalogue;
  }
}
