/**
 * The heading of what a search found: where its answer starts, for a fragment and for the focus.
 */
export const resultsId = "resultats";

/** The sheet of filters that a telephone opens. */
export const sheetId = "filtres";

/** The form of all filters. */
export const filtersId = "recherche";
