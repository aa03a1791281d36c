import {
  type Day,
  days,
  type HalfDay,
  halfDays,
  type Period,
  periods,
} from "@/lib/offer/availability/availability";
import { dayLabels } from "@/lib/offer/availability/availability-words";
import { fold, pieces, runFrom, type Understood } from "./words";

const names = days.map((day) => [fold(dayLabels[day]), day] as const);
const silent = new Set([
  "de",
  "du",
  "d",
  "en",
  "le",
  "les",
  "la",
  "et",
  "puis",
  "chaque",
  "seulement",
  "uniquement",
]);
const groups: Record<string, readonly Day[]> = {
  all: days,
  workdays: days.slice(0, 5),
  weekend: days.slice(5),
};

/**
 * Half-days of a week as people write them, and as the portal itself does: «lundi matin, mardi»,
 * «lundi à mercredi et vendredi, matin et après-midi», «tous les jours sauf mercredi, samedi,
 * dimanche». A day without a half is the whole day; a half speaks for every day named before it
 * since the last half («lundi et mardi matin» is two mornings).
 * @returns half-days, Monday morning first
 */
export function parseSlots(text: string): Understood<HalfDay> {
  const chosen = new Set<HalfDay>();
  const unknown: string[] = [];
  for (const piece of pieces(text)) {
    const [kept = "", ...without] = piece.split(/\bsauf\b|\bhors\b/i);
    const open = readWeek(kept);
    const closed = readWeek(without.join(" , "));
    for (const halfDay of open.values) if (!closed.values.includes(halfDay)) chosen.add(halfDay);
    unknown.push(...open.unknown, ...closed.unknown);
  }
  return { values: halfDays.filter((halfDay) => chosen.has(halfDay)), unknown };
}

function readWeek(text: string): Understood<HalfDay> {
  const values: HalfDay[] = [];
  const unknown: string[] = [];
  let named: Day[] = [];
  /** Days that a half was just given to: «matin et après-midi» gives them the other one too. */
  let halved: Day[] = [];
  let range = false;
  const give = (to: readonly Day[], halves: readonly Period[]) =>
    values.push(...to.flatMap((day) => halves.map((half) => `${day}-${half}` as const)));
  for (const typed of tokens(text)) {
    const word = fold(typed);
    const day = dayOfWord(word);
    const halves = halvesOf(word);
    const last = named.at(-1);
    if (word === "to") {
      range = true;
      continue;
    }
    if (silent.has(word)) continue;
    if (Object.hasOwn(groups, word)) named.push(...(groups[word] ?? []));
    else if (day) named.push(...(range && last ? runFrom(days, last, day) : [day]));
    else if (halves && named.length + halved.length > 0) {
      if (named.length > 0) halved = named;
      give(halved, halves);
      named = [];
    } else unknown.push(typed);
    if (!halves) halved = [];
    range = false;
  }
  give(named, periods);
  return { values, unknown };
}

function halvesOf(word: string): readonly Period[] | null {
  if (word === "am") return ["am"];
  if (word === "pm") return ["pm"];
  return word === "day" ? periods : null;
}

/** Words as typed, with the phrases that mean one thing made one word. */
function tokens(text: string): string[] {
  return (
    text
      .normalize("NFC")
      // One space for many, or the patterns below would try each of them.
      .replaceAll(/\s+/g, " ")
      .replaceAll(/tous\s+les\s+(?=matin|apr[èe]s)/gi, " all ")
      .replaceAll(/tous\s+les\s+jours|toute\s+la\s+semaine/gi, " all ")
      .replaceAll(/en\s+semaine|jours?\s+ouvr(?:é|e|able)s?/gi, " workdays ")
      .replaceAll(/week[\s-]?ends?/gi, " weekend ")
      .replaceAll(/(?:toute\s+la\s+)?journ[ée]es?(?:\s+enti[èe]res?)?/gi, " day ")
      .replaceAll(/apr[èe]s?[\s-]*midis?|\bp\.\s?m\b\.?/gi, " pm ")
      .replaceAll(/\bmatin(?:[ée]e)?s?\b|\ba\.\s?m\b\.?/gi, " am ")
      .replaceAll(/\s(?:à|a|au|jusqu['’]au?)\s|\s*[-–—]\s*/gi, " to ")
      .split(/[\s,.]+/)
      .filter(Boolean)
  );
}

function dayOfWord(word: string): Day | null {
  if (word.length < 3) return null;
  const singular = word.replace(/s$/, "");
  return (
    names.find(([name]) => name === singular || (word.length <= 4 && name.startsWith(word)))?.[1] ??
    null
  );
}
