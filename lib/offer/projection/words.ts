/** Words shorter than this are not mistyped, or not worth mending. */
const shortest = 4;

/** A text as words are compared: lower case, without accents or ligatures. */
export function foldedText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "");
}

/** The words of a text worth proposing to who mistypes one: folded, each once, no numbers. */
export function wordsOf(text: string): string[] {
  return [...new Set(foldedText(text).match(/[a-z]+/g) ?? [])].filter(
    (word) => word.length >= shortest && word.length <= 40,
  );
}
