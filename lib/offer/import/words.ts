/** What a cell was understood as, and the pieces nobody understood, as typed. */
export interface Understood<T> {
  values: T[];
  unknown: string[];
}

/**
 * The same words whatever their accents, case, punctuation and spaces: «Élèves – 6/11» and «eleves
 * 6 11».
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll("œ", "oe")
    .replaceAll("Œ", "oe")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

/** A phrase that means one thing, whatever its words; `word` is what it is called from here on. */
export interface Phrase {
  word: string;
  pattern: RegExp;
}

/** @param source as it begins at a word, and ends at one */
export function phrase(word: string, source: string): Phrase {
  return { word, pattern: new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, "iuy") };
}

export interface Token {
  /** Folded, or the name of a phrase. */
  word: string;
  /** Where it stands in the text. */
  start: number;
  end: number;
}

/** «du lundi au vendredi», «mars à mai», «L - V». */
const to = phrase("to", "à|a|au|jusqu['’ ]?(?:à|au|en)");
const dash = /[-–—→]+>?/y;
const between = /(?:[\s,;|.:()[\]…!]|[+&/\\](?!\d)|(?<!\d)[+&/\\]|[dl]['’])+/iuy;
const single = /(?:[^\s,;|.:()[\]…!+&/\\–—→-]|(?<=\d)[+&/\\](?=\d))+/uy;

/** Whatever runs of white space it had. */
export function oneSpaced(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

/**
 * The words of a cell. Each character is looked at once, by as many patterns as there are phrases.
 * @param text {@link oneSpaced}
 */
export function tokensOf(text: string, phrases: readonly Phrase[]): Token[] {
  const found: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0].length ?? 0;
  };
  while (at < text.length) {
    at += match(between);
    const start = at;
    const known = [...phrases, to].find(({ pattern }) => (at += match(pattern)) > start);
    if (!known && (at += match(dash)) === start && (at += match(single)) === start) {
      at += 1;
      continue;
    }
    const typed = text.slice(start, at);
    const word = known?.word ?? (/^[-–—→]/.test(typed) ? "to" : fold(typed));
    found.push({ word, start, end: at });
  }
  return found;
}

/**
 * What nobody understood, as it was typed, neighbours together: «selon les classes»
 * once, not each word; a cell of which nothing is understood as a whole.
 * @param known whether each token was understood; null for one that only joins others
 */
export function quotesOf(
  text: string,
  tokens: readonly Token[],
  known: readonly (boolean | null)[],
): string[] {
  const quotes: { start: number; end: number }[] = [];
  // «sauf vacances)»: what opened it was understood.
  if (known.includes(false) && !known.includes(true))
    return [text.includes("(") ? text.trim() : text.trim().replace(/\)$/, "")];
  let open = false;
  tokens.forEach(({ start, end }, index) => {
    const last = quotes.at(-1);
    if (known[index] === false) {
      if (open && last && !text.slice(last.end, start).includes(",")) last.end = end;
      else quotes.push({ start, end });
      open = true;
    } else if (known[index] === true) open = false;
  });
  return [...new Set(quotes.map(({ start, end }) => text.slice(start, end)))];
}

/** Several values of one cell: separated by ; or | or a line end. */
export function pieces(text: string): string[] {
  return text
    .split(/[;|\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

/** The run from one item to another, over the end of the order if need be: «novembre à février». */
export function runFrom<T>(order: readonly T[], first: T, last: T): T[] {
  const [start, end] = [order.indexOf(first), order.indexOf(last)];
  return start <= end
    ? order.slice(start, end + 1)
    : [...order.slice(start), ...order.slice(0, end + 1)];
}
