import { quoted } from "@/lib/platform/values/french";
import { type CatalogueFilter, hasFilters } from "./filter";
import type { SearchTerm } from "./text";
import { typedWords, withInstead } from "./typed";

/** What a search that found nothing was loosened by, so that it finds something. */
export interface Loosening {
  /** Words that led to nothing and were left out, as they were typed. */
  dropped: readonly string[];
  /** No offer says all of the words that are left: these say one of them. */
  anyOf: boolean;
}

/**
 * How a search was widened to find what is shown, a sentence each; none where it was not. What a
 * mistyped word may have meant is told only where it leads to an offer that anyone may see.
 * @param found what was searched for in the end
 */
export function looseningInWords({
  search: { filter },
  loosening,
  meant,
  isEmpty,
}: {
  search: { filter: CatalogueFilter };
  loosening: Loosening | null;
  meant: ReadonlyMap<string, readonly string[]>;
  isEmpty: boolean;
}): string[] {
  if (isEmpty) return [];
  return [
    ...(loosening ? [loosenedInWords(loosening, filter)] : []),
    ...[...meant].map(
      ([typed, words]) =>
        `Aucune offre ne contient ${quoted(typed)} : voici celles avec ${quoted(...words)}.`,
    ),
  ];
}

/** The words of a search with what mistyped ones may have meant in their place. */
export function asMeant({
  search: { filter },
  words,
  meant,
}: {
  search: { filter: CatalogueFilter };
  words: readonly SearchTerm[];
  meant: ReadonlyMap<string, readonly string[]>;
}): string {
  const changes = words.flatMap(({ text, at: [from = 0] }) => {
    const instead = meant.get(text);
    return instead ? [{ from, until: from + 1, text: instead.join(" ou ") }] : [];
  });
  return withInstead(filter.q, typedWords(filter.q), changes);
}

/** Which words led to nothing, and what is shown instead. */
function loosenedInWords({ dropped, anyOf }: Loosening, filter: CatalogueFilter): string {
  const nothing = dropped.length > 0 ? `Rien pour ${quoted(...dropped)} : ` : "";
  if (anyOf)
    return (
      `${nothing}${nothing === "" ? "Aucune" : "aucune"} offre ne réunit tous ces mots, voici ` +
      `celles qui en disent une partie (${quoted(filter.q)}).`
    );
  const others = hasFilters({ ...filter, q: "" }) ? ", avec les autres critères" : "";
  if (filter.q !== "") return `${nothing}voici les offres pour ${quoted(filter.q)}${others}.`;
  return hasFilters(filter)
    ? `${nothing}voici les offres qui répondent aux autres critères.`
    : `${nothing}voici toutes les offres.`;
}
