/**
 * The heading of what a search found: where its answer starts, for a fragment and for the focus.
 */
export const resultsId = "resultats";
