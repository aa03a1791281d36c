import { stemOf } from "./stem";

/**
 * How a text is compared in words, whoever wrote it: what is indexed, what is searched for and what
 * the agency looks up go through here.
 */

/** Lower case, without accents, ligatures or curled apostrophes; everything else stands. */
export function foldedText(text: string): string {
  return text
    .replaceAll("´", "'")
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]/g, "")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
    .replaceAll(/[’‘ʼ`′]/g, "'");
}

/** «étudiant·e·s», «infirmier(ère)s», «sportif-ve», «animateur/trice»: what follows the mark. */
const inclusive = new RegExp(
  "(?<=[a-z]{3})s?[-·•∙⋅‧.(/](?:n?e|le|te|se|fe|ve|ere|iere|euse|esse|sse|ice|rice|trice)s?" +
    "(?:\\)s?|[-·•∙⋅‧./]s)?(?![a-z0-9]|-[a-z])|(?<=[a-z]{3})[·•∙⋅‧]s(?![a-z])|(?<=[a-z]{3})\\(s\\)",
  "g",
);
/** «A.P.A.», «I.S.T.», «V.I.H»: one word. */
const initials = /(?<![a-z0-9])(?:[a-z]\.){2,}[a-z]?(?![a-z])/g;
/** What stands before an apostrophe of elision. */
const elided = /(?<![a-z0-9])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'/g;

/** Whether a word is what an apostrophe of elision leaves: «l» of «l’été». */
export function isElided(word: string): boolean {
  return `${word}'`.replace(elided, "") === "";
}

/** The same with inclusive endings, initials and elisions written plainly. */
function plainText(text: string): string {
  return foldedText(text)
    .replaceAll(initials, (letters) => letters.replaceAll(".", ""))
    .replaceAll(inclusive, "")
    .replaceAll(elided, " ");
}

/**
 * The words of a text in their order, folded: every mark is a blank, and letters and figures that
 * touch are two words («covid19» is «covid-19»).
 */
export function wordsIn(text: string): string[] {
  return plainText(text).match(/[a-z]+|\d+/g) ?? [];
}

/** Words that only join others. */
const joining: ReadonlySet<string> = new Set(
  (
    "a au aux avec ce ces cet cette dans de des du elle elles en entre est et eux il ils la le " +
    "les " +
    "leur leurs lui ma mes mon ne nos notre nous on or ou par pas pour qu que qui sa se ses " +
    "si son sont sous sur ta te tes ton tu un une vos votre vous y"
  ).split(" "),
);

export function isJoining(word: string): boolean {
  return joining.has(word);
}

/** A word as it is found, whatever its number, gender and ending. */
export interface Stem {
  stem: string;
  /** Its place among the words that count. */
  place: number;
}

/**
 * The stems of a text. A word written with hyphens also counts in one piece, so that «bienêtre»
 * finds «bien-être».
 */
export function stemsIn(text: string): Stem[] {
  const found: Stem[] = [];
  let place = 0;
  for (const [piece] of plainText(text).matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g)) {
    const words = piece.match(/[a-z]+|\d+/g) ?? [];
    if (/^[a-z]+(?:-[a-z]+)+$/.test(piece))
      found.push({ stem: stemOf(piece.replaceAll("-", "")), place });
    for (const word of words)
      if (!isJoining(word)) found.push({ stem: stemOf(word), place: place++ });
  }
  return found;
}

/** Words shorter than this are not mistyped, or not worth mending. */
const shortest = 4;

/** The words of a text worth proposing to who mistypes one: folded, each once, no numbers. */
export function mendableWords(text: string): string[] {
  return [...new Set(wordsIn(text))].filter(
    (word) => /^[a-z]/.test(word) && word.length >= shortest && word.length <= 40,
  );
}
