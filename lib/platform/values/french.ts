const plural = new Intl.PluralRules("fr-FR");
const number = new Intl.NumberFormat("fr-FR");

/**
 * «4 200», «1,5»: a number by itself; with its word it is {@link counted}.
 * @param decimals the most that are said
 */
export function inFigures(value: number, decimals?: number): string {
  return decimals === undefined
    ? number.format(value)
    : value.toLocaleString("fr-FR", { maximumFractionDigits: decimals });
}

/** The word that goes with a number: French has the singular up to two, «0 offre», «1,5 jour». */
export function agree(count: number, one: string, several: string): string {
  return plural.select(count) === "one" ? one : several;
}

/** «1 offre», «4 200 offres»: a number and its word, never apart at the end of a line. */
export function counted(count: number, one: string, several: string): string {
  return `${inFigures(count)}\u00a0${agree(count, one, several)}`;
}

/** «tabac», «lycée»: words of somebody, or of the page, within a sentence. */
export function quoted(...words: readonly string[]): string {
  return words.map((word) => `«\u00a0${word}\u00a0»`).join(", ");
}

/** A sentence whose places, written `{name}`, are filled. */
export function filled(words: string, params: Readonly<Record<string, string>> = {}): string {
  return words.replaceAll(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}

/**
 * «d’octobre», «de mars», «d’Épinal». An h stays apart: nothing in the spelling says whether it is
 * mute.
 */
export function withDe(name: string): string {
  return /^[aeiouœæ]/i.test(name.normalize("NFD")) ? `d’${name}` : `de ${name}`;
}
