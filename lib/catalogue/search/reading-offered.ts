import type { Support } from "@/lib/offer/projection/facets";

/** What some words of a search ask of the host, and how many words that are. */
export interface OfferedRead {
  words: number;
  support: readonly Support[];
  /** Students there has to be room for. */
  places: number | null;
}

const numbers =
  "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze".split(" ");

function numberOf(word = ""): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const place = numbers.indexOf(word.replace(/^une$/, "un"));
  return place < 0 ? null : place + 1;
}

const students = /^(?:etudiante?s?|stagiaires?|eleves?infirmieres?|internes?|externes?)$/;

/**
 * Reads «10 places», «au moins 8 places», «pour 4 étudiants», «un groupe de 6», «nous
 * sommes 3».
 */
export function readPlaces(words: readonly string[], at: number): OfferedRead | null {
  let next = at;
  const asks = [
    ["au", "moins"],
    ["nous", "sommes"],
    ["groupe", "de"],
    ["groupes", "de"],
    ["on", "est"],
    ["minimum"],
    ["pour"],
  ].find((start) => start.every((word, offset) => words[at + offset] === word));
  next += asks?.length ?? 0;
  const count = numberOf(words[next]);
  if (count === null || count === 0) return null;
  next += 1;
  const noun = words[next] ?? "";
  const isPlaces = /^places?$/.test(noun);
  const isStudents = students.test(noun);
  const isGroup = asks !== undefined && /^(?:groupe|groupes|nous|on)$/.test(asks[0] ?? "");
  const isUnit = /^(?:ans?|mois|semaines?|jours?|heures?|h|km|enfants?|adultes?|classes?)$/.test(
    noun,
  );
  if (isPlaces && noun === "place" && words[at - 1] === "sur") return null;
  if (!isPlaces && !isStudents && !(isGroup && !isUnit)) return null;
  if (isStudents || isPlaces || /^personnes?$/.test(noun)) next += 1;
  return { words: next - at, support: [], places: count };
}

/** Who is housed or fed, when it is not the student. */
const others =
  /^(?:personnes?|publics?|familles?|gens|residente?s?|adultes?|femmes?|hommes?|jeunes?|enfants?|mineure?s?)$/;
const housing = /^(?:hebergements?|hebergee?s?|heberger|logements?|logee?s?|loger)$/;
const feeding = /^(?:restauration|nourrie?s?)$/;
const meals = /^repas$/;

/** Reads «avec hébergement», «logé et nourri», «restauration», «repas fournis». */
export function readSupport(words: readonly string[], at: number): OfferedRead | null {
  const [before = "", word = "", after = ""] = [words[at - 1], words[at], words[at + 1]];
  const read = (support: readonly Support[], length = 1) => ({
    words: length,
    support,
    places: null,
  });
  if (/^pension$/.test(word) && /^(?:complete|demi)$/.test(`${after}${before}`))
    return before === "demi" ? read(["catering"]) : read(["lodging", "catering"], 2);
  if (before === "sans" || others.test(before)) return null;
  if (housing.test(word)) {
    // «centre d’hébergement», «hébergement d’urgence», «logement social» host others.
    const afterArticle = /^(?:d|de)$/.test(after) ? (words[at + 2] ?? "") : after;
    const isTheirs =
      /^(?:social|sociaux|urgence|temporaire|insalubres?|indigne)$/.test(afterArticle) ||
      (/^(?:d|et|de)$/.test(before) &&
        /^(?:centres?|structures?|insertion|foyers?|places?|acces|mal)$/.test(words[at - 2] ?? ""));
    return isTheirs ? null : read(["lodging"]);
  }
  if (feeding.test(word))
    return /^(?:scolaires?|collectives?|rapides?|universitaires?)$/.test(after)
      ? null
      : read(["catering"]);
  if (meals.test(word) && /^(?:compris|fournis|offerts|inclus|sur)$/.test(after))
    return read(["catering"], after === "sur" ? 3 : 2);
  return meals.test(word) && before === "avec" ? read(["catering"]) : null;
}
