import { type Month, months } from "@/lib/offer/availability/availability";
import { monthLabels } from "@/lib/offer/availability/availability-words";
import { fold, oneSpaced, phrase, quotesOf, runFrom, tokensOf, type Understood } from "./words";

const names = months.map((month) => [fold(monthLabels[month]), month] as const);
const silent = new Set(
  "de du d en le les des et ou mois puis annee scolaire campagne seulement uniquement".split(" "),
);
const aMonth = "janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c";
const phrases = [
  phrase("all", "toute l ?['’]? ?ann[ée]e|tous les mois|l['’]ann[ée]e (?:enti[èe]re|compl[èe]te)"),
  ...months.map((month) => phrase(String(month), `20\\d\\d-0?${month}(?:-[0-3]\\d)?`)),
  phrase("year", "20\\d\\d(?: ?[-–/] ?(?:20)?\\d\\d)?"),
  // «mars-27»: what Excel makes of «mars 2027».
  { word: "year", pattern: /(?<=\p{L}[. ]{0,2})[-–]?'?(?:2[4-9]|3\d)(?![\p{L}\p{N}])/iuy },
  // A day of a month, and the part of it that is meant: the whole month is hosted in.
  { word: "day", pattern: new RegExp(`(?:1 ?er|[0-3]?\\d) (?=${aMonth})`, "iuy") },
  { word: "day", pattern: /(?:d[ée]but|mi|fin|courant)[ -]*(?:de |d['’])?(?=\p{L})/iuy },
  ...months.map((month) => phrase(String(month), `(?:[0-3]?\\d[/.-])?0?${month}[/.-]20\\d\\d`)),
];

/**
 * Months as people write them: «mars à mai», «mars / avril», «sept.-nov», «3;4;5», «mars 2027»,
 * «du 1er mars au 30 juin», «toute l’année sauf juillet et août».
 * @returns months in campaign order
 */
export function parseMonths(text: string): Understood<Month> {
  const [kept = "", ...without] = oneSpaced(text).split(except);
  // «hors juillet et août»
  const chosen = read(kept === "" && without.length > 0 ? "tous les mois" : kept);
  const taken = read(without.join(" , "));
  return {
    values: months.filter(
      (month) => chosen.values.includes(month) && !taken.values.includes(month),
    ),
    unknown: [...chosen.unknown, ...taken.unknown],
  };
}

/** What follows is not meant. */
export const except =
  /(?<!\p{L})(?:sauf|hors|except[ée]s?|[àa] l['’]exception d(?:e|u|es))(?!\p{L})/iu;

function read(text: string): Understood<Month> {
  const values: Month[] = [];
  let range = false;
  let between = false;
  const tokens = tokensOf(text, phrases);
  const known = tokens.map(({ word, start, end }) => {
    if (word === "to" || (between && word === "et")) {
      range = true;
      between = false;
      return null;
    }
    if (word === "entre") {
      between = true;
      return null;
    }
    if (word === "day" || word === "year" || silent.has(word)) return null;
    const month = word === "all" ? null : monthOfWord(word, text.slice(start, end));
    const last = values.at(-1);
    const wanted = range;
    range = false;
    if (word === "all") values.push(...months);
    else if (month === null || (wanted && last === undefined)) return false;
    else values.push(...(wanted && last !== undefined ? runFrom(months, last, month) : [month]));
    return true;
  });
  // «année scolaire» alone is all of it.
  const isYear = tokens.some(({ word }) => word === "annee");
  const isAll = isYear && values.length === 0 && !known.includes(false);
  return { values: isAll ? [...months] : values, unknown: quotesOf(text, tokens, known) };
}

function monthOfWord(word: string, typed: string): Month | null {
  if (/^\d{1,2}$/.test(typed) || /20\d\d/.test(typed))
    return months.find((month) => month === Number(word)) ?? null;
  if (word.length < 3) return null;
  const found = names.filter(([name]) => name === word || name.startsWith(word));
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}
