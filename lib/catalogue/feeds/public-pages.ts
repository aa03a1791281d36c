import { parseReference } from "@/lib/offer/content/reference";
import { regionPicture } from "@/lib/reference/commune/region-map";

/** Public pages that are no offer's. */
export const fixedPages = [
  "/",
  "/offres",
  "/offres/carte",
  "/offres/calendrier",
  "/aide",
  "/aide/deposer-une-offre",
  "/aide/apres-le-depot",
  "/aide/votre-structure",
  "/aide/besoin-d-aide",
  "/aide/trouver-une-offre",
  "/api-ouverte",
  "/accessibilite",
  "/mentions-legales",
  "/confidentialite",
] as const;

const sameForAll: ReadonlySet<string> = new Set([
  ...fixedPages,
  "/aide/tout-le-guide",
  "/offres/imprimer",
  regionPicture,
]);
const offerPages = "/offres/";
const openData = "/api/v1";

/**
 * Whether the page of a path is the same for every visitor: it is made without knowing who asks,
 * and what is a visitor's own in it is put there by a script.
 */
export function isSameForAll(path: string): boolean {
  return sameForAll.has(path) || isOffer(path);
}

/**
 * The handler of a path that answers programs with what is the same for all of them, and counts
 * them; null where there is none.
 */
export function openDataRoute(
  path: string,
): { route: string; params: Record<string, string> } | null {
  if (!path.startsWith(openData)) return null;
  const rest = path.slice(openData.length);
  if (rest === "/offres" || rest === "/listes") return { route: path, params: {} };
  return isOffer(rest)
    ? {
        route: `${openData}/offres/[reference]`,
        params: { reference: rest.slice(offerPages.length) },
      }
    : null;
}

function isOffer(path: string): boolean {
  const reference = path.startsWith(offerPages) ? path.slice(offerPages.length) : "";
  return reference !== "" && parseReference(reference) === reference;
}
