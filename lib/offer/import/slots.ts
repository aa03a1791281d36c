import {
  type Day,
  days,
  type HalfDay,
  halfDays,
  type Period,
  periods,
} from "@/lib/offer/availability/availability";
import { dayLabels } from "@/lib/offer/availability/availability-words";
import { except } from "./months";
import {
  fold,
  oneSpaced,
  phrase,
  pieces,
  quotesOf,
  runFrom,
  tokensOf,
  type Understood,
} from "./words";

const names = days.map((day) => [fold(dayLabels[day]), day] as const);
const silent = new Set(
  "de du en le les la des et ou puis chaque seulement uniquement jours jour".split(" "),
);
const groups: Record<string, readonly Day[]> = {
  all: days,
  workdays: days.slice(0, 5),
  weekend: days.slice(5),
};
const phrases = [
  phrase("all", "tous les jours(?: de la semaine)?|toute la semaine|7 ?j(?:ours)? ?(?:sur|/) ?7"),
  // «tous les matins»: the half follows.
  { word: "all", pattern: /tous les (?=matin|apr[èe]s)/iuy },
  phrase("workdays", "en semaine|la semaine|jours? ouvr(?:é|e|able)s?"),
  phrase("weekend", "week[ -]?ends?|we"),
  phrase("both", "(?:toute la )?journ[ée]es?(?: enti[èe]res?| compl[èe]tes?)?|la journ[ée]e"),
  phrase("pm", "apr(?:[èe]s?)?[ .‑–-]*m(?:idi)?s?|apr[èe]m|apm|p[. -]{0,2}m\\b\\.?"),
  phrase("am", "matin(?:[ée]e)?s?|mat|a[. -]{0,2}m\\b\\.?"),
];
const halves: Record<string, readonly Period[]> = { am: ["am"], pm: ["pm"], both: periods };

/**
 * Half-days of a week as people write them, and as the portal itself does: «lundi matin, mardi»,
 * «lundi à mercredi et vendredi, matin et après-midi», «matin du lundi au vendredi», «L M J V
 * matin», «tous les jours sauf mercredi, samedi, dimanche». A day without a half is the whole day.
 * A half speaks for every day named before it since the last half («lundi et mardi matin» is two
 * mornings), or, where a piece begins with one, for those after it until the next.
 * @returns half-days, Monday morning first
 */
export function parseSlots(text: string): Understood<HalfDay> {
  const chosen = new Set<HalfDay>();
  const unknown: string[] = [];
  for (const piece of pieces(text)) {
    const [kept = "", ...without] = oneSpaced(piece).split(except);
    const open = readWeek(kept);
    const closed = readWeek(without.join(" , "));
    for (const halfDay of open.values) if (!closed.values.includes(halfDay)) chosen.add(halfDay);
    unknown.push(...open.unknown, ...closed.unknown);
  }
  return {
    values: halfDays.filter((halfDay) => chosen.has(halfDay)),
    unknown: [...new Set(unknown)],
  };
}

function readWeek(text: string): Understood<HalfDay> {
  const values: HalfDay[] = [];
  /** Days that wait for their half; in a piece that begins with a half, none do. */
  let named: Day[] = [];
  /** Days that a half was just given to: «matin et après-midi» gives them the other one too. */
  let halved: Day[] = [];
  /** The halves that a piece began with, or that came since. */
  let leading: Period[] | null = null;
  let leads = false;
  let last: Day | undefined;
  let range = false;
  /** The half that the first day of a range was given: «lundi matin à mercredi après-midi». */
  let since: readonly Period[] | null = null;
  let given: readonly Period[] = [];
  const give = (to: readonly Day[], half: readonly Period[]) =>
    values.push(...to.flatMap((day) => half.map((period) => `${day}-${period}` as const)));
  const tokens = tokensOf(text, phrases);
  const letters = weekLetters(tokens.map(({ start, end }) => text.slice(start, end)));
  const known = tokens.map(({ word }, index) => {
    if (word === "to") {
      range = true;
      return null;
    }
    if (silent.has(word) && !letters[index]) return null;
    const half = halves[word];
    const wanted = range;
    range = false;
    if (half) {
      if (leading || values.length + named.length === 0) {
        leading = leads ? [...(leading ?? []), ...half] : [...half];
        leads = true;
        return true;
      }
      if (named.length + halved.length === 0) return false;
      if (named.length > 0) halved = named;
      // From one half until another all between is meant, from one half until the same only that.
      if (since?.[0] === "am" && half[0] === "pm") give(halved, periods);
      else if (since?.[0] === "pm" && half[0] === "am") {
        give(halved.slice(1, -1), periods);
        give(halved.slice(-1), half);
      } else give(halved, half);
      [given, since] = [half, null];
      named = [];
      return true;
    }
    const one = dayOfWord(word);
    const said = groups[word] ?? letters[index] ?? (one ? [one] : null);
    since = wanted && halved.length > 0 ? given : null;
    halved = [];
    const [first] = said ?? [];
    if (!said || !first || (wanted && !last)) return false;
    const meant = wanted && last ? runFrom(days, last, first) : said;
    last = meant.at(-1);
    if (leading) give(meant, leading);
    else named.push(...meant);
    leads = false;
    return true;
  });
  give(named, periods);
  // A half that no day followed.
  // oxlint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set by a callback above
  if (leads)
    tokens.forEach(({ word }, index) => {
      if (
        halves[word] &&
        !known
          .slice(index + 1)
          .some((one, next) => one && !halves[tokens[index + 1 + next]?.word ?? ""])
      )
        known[index] = false;
    });
  return { values, unknown: quotesOf(text, tokens, known) };
}

/** Initials of days; two letters where one does not tell. */
const initials: Record<string, Day> = {
  l: "monday",
  j: "thursday",
  v: "friday",
  s: "saturday",
  d: "sunday",
  lu: "monday",
  ma: "tuesday",
  me: "wednesday",
  je: "thursday",
  ve: "friday",
  sa: "saturday",
  di: "sunday",
};

/**
 * Days by their initials, «L M J V» or «LMMJV»: the first M is Tuesday, a second one Wednesday, and
 * so is one that stands after Tuesday.
 * @returns by word, null for one that is none
 */
function weekLetters(words: readonly string[]): (readonly Day[] | null)[] {
  let tuesday = false;
  const dayOf = (letters: string): Day | null => {
    const day = letters === "m" ? (tuesday ? "wednesday" : "tuesday") : initials[letters];
    tuesday ||= day === "tuesday";
    return day ?? null;
  };
  return words.map((word) => {
    if (/^[LMJVSD]{2,7}$/.test(word)) {
      const read = [...word.toLowerCase()].map(dayOf);
      return read.every((day) => day !== null) ? read : null;
    }
    if (word.length > 2) {
      tuesday ||= dayOfWord(fold(word)) === "tuesday";
      return null;
    }
    const day = dayOf(word.toLowerCase());
    return day && [day];
  });
}

function dayOfWord(word: string): Day | null {
  if (word.length < 3) return null;
  const singular = word.replace(/s$/, "");
  return (
    names.find(([name]) => name === singular || (word.length <= 4 && name.startsWith(word)))?.[1] ??
    null
  );
}
