/** Words that letterheads shorten. */
const written: Readonly<Record<string, string>> = {
  st: "saint",
  sts: "saints",
  ste: "sainte",
  stes: "saintes",
  s: "sur",
  ss: "sous",
  ht: "haut",
  hte: "haute",
  lez: "les",
};

/** Lower case without accents and ligatures, its punctuation kept; what is invisible is gone. */
export function foldedPlace(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{Mn}\p{Cf}]/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
    .replaceAll(/[’‘ʼ´`′]/g, "'")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The words of a place's name, written out: «Ban St-Martin» → ban, saint, martin. */
export function placeWords(name: string): string[] {
  return foldedPlace(name)
    .replaceAll(/(?<![a-z0-9])s\/s(?=\W)/g, "sous")
    .replaceAll(/&/g, " et ")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => written[word] ?? word);
}

const articles: ReadonlySet<string> = new Set(["la", "le", "les", "l"]);

/**
 * The name of a place as it is compared: whatever its accents, case, hyphens, apostrophes, spaces
 * and abbreviations.
 */
export function placeKey(name: string): string {
  return placeWords(name).join("");
}

/** The words of a name without the article it begins with. */
export function withoutArticle(words: readonly string[]): readonly string[] {
  return words.length > 1 && articles.has(words[0] ?? "") ? words.slice(1) : words;
}

/** {@link placeKey} without the article the name begins with; the same where it has none. */
export function keyWithoutArticle(name: string): string {
  return withoutArticle(placeWords(name)).join("");
}
