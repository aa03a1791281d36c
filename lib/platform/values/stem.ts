/**
 * Endings of French words without accents, each with what stands for it: a word and its plural, its
 * feminine, its verb and its adjective are one. Made for words whose accents are gone, since
 * half of
 * those who search type none (docs/decisions/0021-words.md).
 */
type Ending = readonly [ending: RegExp, instead: string];

/** Of a longer word the beginning is enough. */
const longest = 40;

/** What no ending tells. */
const irregular: Readonly<Record<string, string>> = {
  cancer: "cancer",
  familial: "famill",
  publique: "public",
  tabagique: "tabac",
  tabagisme: "tabac",
  travaux: "travail",
  yeux: "oeil",
};

const plurals: readonly Ending[] = [
  [/(?<=[a-z]{2})eaux$/, "eau"],
  [/(?<=[a-z]{2})aux$/, "al"],
  [/(?<=^(?:(?:en)?j|f|(?:mi)?li|chev|nev|v?av|vo|adi|bl)eu|ou)x$/, ""],
  // A word without a vowel is initials: a CHRS is no CHR.
  [/(?<=[aeiouy][a-z]*[^s])s$/, ""],
];

const feminines: readonly Ending[] = [
  [/trice$/, "teur"],
  [/(?<=[a-z]{3})(?:euse|eux|eure)$/, "eur"],
  [/(?<=[a-z]{2})iere$/, "ier"],
  [/(?<=[a-z]{3})ere$/, "er"],
  [/(?<=[a-z]{2})ive$/, "if"],
  [/(?<=[a-z]{2})(e|o)nne$/, "$1n"],
  [/(?<=[a-z]{3})elle$/, "el"],
  [/(?<=[a-z]{2})(al|ent|ant)e$/, "$1"],
];

/** The first that fits and leaves enough. */
const derived: readonly Ending[] = [
  [/(?<=[a-z]{3})ualite$/, "uel"],
  [/(?<=[a-z]{6})alite$/, ""],
  [/(?<=[a-z]{4})alite$/, "al"],
  [/(?<=[a-z]{4})is(?:ation|er)$/, ""],
  [/(?<=[a-z]{4})ionn(?:el|aire|iste|er)$/, ""],
  [/(?<=[a-z]{4})(?:ation|ateur|atif|atoire)$/, ""],
  [/(?<=[a-z]{4})olog(?:ie|ue|ique|iste)$/, ""],
  [/(?<=[a-z]{4})iss(?:ement|ant|eur)$/, ""],
  [/(?<=[a-z]{3})ement(?:al)?$/, ""],
  [/(?<=[a-z]{4})(?:ique|isme|iste|aire|esse)$/, ""],
  [/(?<=[a-z]{3})(?:[ae]nce|ant)$/, "ent"],
  [/(?<=[a-z]{3})e(?:en|e)$/, ""],
  [/(?<=[a-z]{4})ien$/, ""],
  [/(?<=[a-z]{3}[ts])ion$/, ""],
  [/(?<=[a-z]{4})(?:eur|if|ie|ier|er|ir|ez)$/, ""],
  [/(?<=[a-z]{6})al$/, ""],
  [/(?<=[a-z]{5})age$/, ""],
  [/(?<=[a-z]{3})e$/, ""],
];

/**
 * The stem of a word, for comparing only: it is no word itself.
 * @param word folded, letters only or figures only
 */
export function stemOf(word: string): string {
  if (/^\d/.test(word)) return word;
  const single = replaced(word, plurals);
  const masculine = replaced(single, feminines);
  const known = irregular[word] ?? irregular[single] ?? irregular[masculine];
  if (known !== undefined) return known;
  const fitting = derived.find(([ending]) => ending.test(masculine));
  return (fitting ? masculine.replace(...fitting) : masculine).slice(0, longest);
}

function replaced(word: string, endings: readonly Ending[]): string {
  return endings.reduce((stem, [ending, instead]) => stem.replace(ending, instead), word);
}
