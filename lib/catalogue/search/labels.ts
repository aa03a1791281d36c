import type { CatalogueFilter, sinceDays, Sorting } from "./filter";

export const sortingLabels: Record<Sorting, string> = {
  pertinence: "Les plus pertinentes",
  recentes: "Les plus récentes",
  proches: "Les plus proches",
  debut: "Par mois de début",
};

export const sinceLabels: Record<(typeof sinceDays)[number], string> = {
  7: "Depuis une semaine",
  30: "Depuis un mois",
  90: "Depuis trois mois",
};

/** How far from a commune offers are looked for. */
export function radiusInWords(rayon: CatalogueFilter["rayon"]): string {
  return rayon === 0 ? "dans la commune" : `${rayon} km autour`;
}

export type CatalogueView = "list" | "map" | "calendar";

export const viewLabels: Record<CatalogueView, string> = {
  list: "Liste",
  map: "Carte",
  calendar: "Calendrier",
};
export const viewPaths = {
  list: "/offres",
  map: "/offres/carte",
  calendar: "/offres/calendrier",
} as const satisfies Record<CatalogueView, string>;

export type ViewPath = (typeof viewPaths)[CatalogueView];
