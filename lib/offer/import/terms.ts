import { fold, pieces } from "./words";

export interface Term {
  id: string;
  label: string;
}

/** What people write in a cell that asks for nothing of theirs. */
const nothing = new Set(
  "|non|aucun|aucune|neant|rien|sans|sans objet|non concerne|n a|na".split("|"),
);
const separator = /\s*(?:[,/+&()]|(?<!\p{L})(?:et|ou|puis)(?!\p{L}))\s*/iu;
/** «Hébergement : oui», «restauration uniquement»: what follows a choice and says only it. */
const only = / (?:oui|uniquement|seulement|possible)$/;

/** Words and separators that a label may have: a cell may have thousands. */
const mostParts = 11;

const remembered = new WeakMap<readonly Term[], ReadonlyMap<string, string>>();

/**
 * Ids by what a term is called: its label, the same in the singular, or the part of it that no
 * other has («Nutrition», «Adolescents», «11-18 ans»). Made once for all the lines of a file.
 */
function idsByName(terms: readonly Term[]): ReadonlyMap<string, string> {
  const known = remembered.get(terms);
  if (known) return known;
  const ids = new Map<string, string>();
  const shared = new Set<string>();
  const add = (name: string, id: string) => {
    const key = singular(name);
    if (key.length < 3 || shared.has(key) || (ids.get(key) ?? id) !== id) shared.add(key);
    else ids.set(key, id);
  };
  for (const { id, label } of terms) {
    const words = fold(label).split(" ");
    for (const length of words.keys()) {
      add(words.slice(0, length).join(" "), id);
      add(words.slice(length).join(" "), id);
    }
    for (const part of label.split(separator)) add(part, id);
  }
  for (const key of shared) ids.delete(key);
  for (const { id, label } of terms) ids.set(singular(label), id);
  remembered.set(terms, ids);
  return ids;
}

/** «Adolescent» and «adolescents», «jeux» and «jeu», «de 6 à 11 ans» and «6-11 ans». */
function singular(name: string): string {
  return fold(name)
    .replaceAll(/(?:\bde )?(\d+) a (\d+)/g, "$1 $2")
    .replace(only, "")
    .replaceAll(/(?<=[a-z]{2})[sx]\b/g, "");
}

/**
 * Labels separated by ; or |, by commas, slashes, «et» too where these are not part of a label.
 * @returns ids without repetition, and what is no term, as typed
 */
export function termsIn(
  cell: string,
  terms: readonly Term[],
): { ids: string[]; unknown: string[] } {
  const known = idsByName(terms);
  const ids = new Set<string>();
  const unknown = new Set<string>();
  for (const piece of pieces(cell)) {
    const parts = piece.split(new RegExp(`(${separator.source})`, "iu"));
    for (let from = 0; from < parts.length;) {
      // The longest label that begins here: «Santé sexuelle et vie affective» is one.
      let to = Math.min(parts.length, from + mostParts);
      const joined = () => parts.slice(from, to).join("").trim();
      while (to > from + 1 && !known.has(singular(joined()))) to -= 2;
      const id = known.get(singular(joined()));
      if (id) ids.add(id);
      else if (!nothing.has(fold(joined()))) unknown.add(joined());
      from = to + 1;
    }
  }
  return { ids: [...ids], unknown: [...unknown] };
}
