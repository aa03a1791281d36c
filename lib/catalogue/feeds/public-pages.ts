/** Public pages that are no offer's. */
export const fixedPages = [
  "/",
  "/offres",
  "/offres/carte",
  "/offres/calendrier",
  "/aide",
  "/aide/trouver-une-offre",
  "/api-ouverte",
  "/accessibilite",
  "/mentions-legales",
  "/confidentialite",
] as const;

const sameForAll: ReadonlySet<string> = new Set([...fixedPages, "/offres/imprimer"]);
const offerPage = /^\/offres\/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/**
 * Whether the page of a path is the same for every visitor: it is made without knowing who asks,
 * and what is a visitor's own in it is put there by a script.
 */
export function isSameForAll(path: string): boolean {
  return sameForAll.has(path) || offerPage.test(path);
}
