import {
  type Day,
  days,
  type HalfDay,
  type Month,
  months,
  type Period,
  periods,
} from "@/lib/offer/availability/availability";

/** What some words of a search say of when, and how many words that are. */
export interface WhenRead {
  words: number;
  months: readonly Month[];
  halfDays: readonly HalfDay[];
}

const dayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const monthNames = new Map<string, Month>(
  Object.entries({
    janvier: 1,
    janv: 1,
    fevrier: 2,
    fevr: 2,
    fev: 2,
    mars: 3,
    avril: 4,
    avr: 4,
    mai: 5,
    juin: 6,
    juillet: 7,
    juil: 7,
    aout: 8,
    septembre: 9,
    octobre: 10,
    oct: 10,
    novembre: 11,
    nov: 11,
    decembre: 12,
    dec: 12,
    jan: 1,
    sep: 9,
  } as const),
);
const seasons = new Map<string, readonly Month[]>([
  ["automne", [9, 10, 11]],
  ["hiver", [12, 1, 2]],
  ["printemps", [3, 4, 5]],
  ["ete", [6, 7, 8]],
]);
const linking = /^(?:et|ou|puis)$/;
const reaching = /^(?:a|au|jusqu|jusque|jusquau)$/;
/** «octobre rose», «mars bleu»: a campaign of prevention, no month. */
const campaignColour = /^(?:rose|bleue?|vert|jaune|violet|sans)$/;

function dayOf(word: string | undefined): Day | undefined {
  return days[dayNames.indexOf((word ?? "").replace(/s$/, ""))];
}

interface HalvesRead {
  halves: readonly Period[];
  words: number;
}

/**
 * The half of a day that is named at a place.
 * @param ofDay whether a day was named before: «am» and «14h» alone are words like others
 */
function halfAt(words: readonly string[], at: number, ofDay: boolean): HalvesRead | null {
  const [word = "", after = ""] = words.slice(at);
  if (/^mat(?:in|ins|inees?)$/.test(word)) return { halves: ["am"], words: 1 };
  if (/^apr[eè]s$/.test(word) && /^midis?$/.test(after)) return { halves: ["pm"], words: 2 };
  if (/^(?:apresmidis?|aprems?)$/.test(word)) return { halves: ["pm"], words: 1 };
  if (ofDay && /^[ap]m$/.test(word)) return { halves: [word as Period], words: 1 };
  if (ofDay && /^[ap]$/.test(word) && after === "m")
    return { halves: [`${word}m` as Period], words: 2 };
  return hoursAt(words, at, ofDay);
}

/** An hour of a working day: «14h», «8h30». */
function hourOf(word = ""): number | null {
  const hour = Number(/^(\d{1,2})h(?:\d\d)?$/.exec(word)?.[1] ?? 0);
  return hour >= 7 && hour <= 20 ? hour : null;
}

/** «10h-12h», «14h à 16h30»; one hour only beside a day. */
function hoursAt(words: readonly string[], at: number, ofDay: boolean): HalvesRead | null {
  const from = hourOf(words[at]);
  const joined = /^(?:a|et)$/.test(words[at + 1] ?? "") ? 2 : 1;
  const until = hourOf(words[at + joined]);
  if (from === null || (until === null && !ofDay)) return null;
  const halves = periods.filter((half) => (half === "am" ? from < 12 : (until ?? from) > 13));
  return { halves, words: until === null ? 1 : joined + 1 };
}

const nothing = { months: [], halfDays: [] };
const between = <T>(all: readonly T[], from: T, until: T): T[] => {
  const [first, last] = [all.indexOf(from), all.indexOf(until)];
  return first <= last
    ? all.slice(first, last + 1)
    : [...all.slice(first), ...all.slice(0, last + 1)];
};

/**
 * Reads «jeudi après-midi», «lundi et mardi matin», «le week-end», «de mars à juin», «en hiver».
 * @param words folded
 * @param at where they begin
 * @param reaches whether a word follows the one before it with a hyphen: «mars-juin»
 */
export function readWhen(
  words: readonly string[],
  at: number,
  reaches: (place: number) => boolean = () => false,
): WhenRead | null {
  return readDays(words, at, reaches) ?? readMonths(words, at, reaches) ?? readSeason(words, at);
}

function readDays(
  words: readonly string[],
  at: number,
  reaches: (place: number) => boolean,
): WhenRead | null {
  const found: Day[] = [];
  let next = at;
  for (;;) {
    const whole = weekPart(words, next);
    if (whole) {
      found.push(...whole.days);
      next += whole.words;
    } else {
      const day = dayOf(words[next]);
      if (day === undefined) break;
      const last = found.at(-1);
      const isRange = last !== undefined && (reaching.test(words[next - 1] ?? "") || reaches(next));
      found.push(...(isRange ? between(days, last, day).slice(1) : [day]));
      next += 1;
    }
    const follows = (place: number) =>
      dayOf(words[place]) !== undefined || weekPart(words, place) !== null;
    if (follows(next)) continue;
    if (linksOrReaches(words[next]) && follows(next + 1)) next += 1;
    else if (linksOrReaches(words[next]) && words[next + 1] === "le" && follows(next + 2))
      next += 2;
    else break;
  }
  const halves: Period[] = [];
  for (;;) {
    const skipped = /^(?:le|la|l|les|de)$/.test(words[next] ?? "") ? 1 : 0;
    const joined = halves.length > 0 && linking.test(words[next] ?? "") ? 1 : 0;
    const half = halfAt(words, next + Math.max(skipped, joined), found.length > 0);
    if (!half) break;
    halves.push(...half.halves);
    next += Math.max(skipped, joined) + half.words;
  }
  if (found.length === 0 && halves.length === 0) return null;
  const onDays: readonly Day[] = found.length === 0 ? days : found;
  const inHalves = halves.length === 0 ? periods : periods.filter((each) => halves.includes(each));
  return {
    ...nothing,
    words: next - at,
    halfDays: [...new Set(onDays)].flatMap((day) =>
      inHalves.map((half): HalfDay => `${day}-${half}`),
    ),
  };
}

function linksOrReaches(word = ""): boolean {
  return linking.test(word) || reaching.test(word);
}

/** «week-end», «en semaine». */
function weekPart(words: readonly string[], at: number): { words: number; days: Day[] } | null {
  const [word = "", second = ""] = words.slice(at);
  if (word === "week" && /^ends?$/.test(second)) return { words: 2, days: ["saturday", "sunday"] };
  if (/^weekends?$/.test(word)) return { words: 1, days: ["saturday", "sunday"] };
  if (word === "en" && second === "semaine") return { words: 2, days: days.slice(0, 5) };
  return null;
}

function readMonths(
  words: readonly string[],
  at: number,
  reaches: (place: number) => boolean,
): WhenRead | null {
  // «mi-mars», «3 au 14 mars», «1er juin»: parts of a month say no more than the month.
  let next = /^(?:mi|debut|fin|courant)$/.test(words[at] ?? "") ? at + 1 : at;
  let found = monthAt(words, next);
  while (!found && /^(?:\d{1,2}|1er)$/.test(words[next] ?? "") && next - at < 3) {
    next += /^au?$/.test(words[next + 1] ?? "") ? 2 : 1;
    found = monthAt(words, next);
  }
  if (!found) return null;
  const { month } = found;
  next += found.words;
  const last =
    reaching.test(words[next] ?? "") || (words[next] === "et" && words[at - 1] === "entre")
      ? next + 1
      : reaches(next)
        ? next
        : null;
  const until = last === null ? null : monthAt(words, last);
  if (last !== null && until)
    return {
      ...nothing,
      words: last + until.words - at,
      months: between(months, month, until.month),
    };
  const meant = monthsMeant(month, words.slice(0, at));
  return meant.length === 0 ? null : { ...nothing, words: next - at, months: meant };
}

/**
 * A month, or those before or after it, by what leads to it: «dès mars», «jusqu’en juin». None
 * where none of a school year is: «avant septembre».
 */
function monthsMeant(month: Month, before: readonly string[]): readonly Month[] {
  const place = months.indexOf(month);
  const leads = before.filter((word, at) => at < before.length - 1 || !isArticle(word)).slice(-2);
  const [second = "", last = ""] = leads.length < 2 ? ["", ...leads] : leads;
  return last === "des" || (second === "partir" && /^d[eu]$/.test(last))
    ? months.slice(place)
    : /^jusque?$/.test(last)
      ? months.slice(0, place + 1)
      : last === "avant"
        ? months.slice(0, place)
        : last === "apres"
          ? months.slice(place + 1)
          : [month];
}

function isArticle(word: string): boolean {
  return /^(?:le|l|la|a|au|en)$/.test(word);
}

function monthAt(words: readonly string[], at: number): { month: Month; words: number } | null {
  const [word = "", after = "", afterNext = ""] = words.slice(at);
  const isYear = /^20\d\d$/.test(after);
  // «03/2027»
  if (isYear && /^(?:0?[1-9]|1[0-2])$/.test(word))
    return { month: Number(word) as Month, words: 2 };
  // A number too: «sept enfants», «sept à onze ans».
  const isSeptember =
    word === "sept" &&
    (after === "" ||
      isYear ||
      monthNames.has(after) ||
      (linksOrReaches(after) && monthNames.has(afterNext)));
  const month = isSeptember ? 9 : monthNames.get(word);
  return month === undefined || campaignColour.test(after)
    ? null
    : { month, words: isYear ? 2 : 1 };
}

function readSeason(words: readonly string[], at: number): WhenRead | null {
  const season = seasons.get(words[at] ?? "");
  return season && /^(?:en|cet|cette|au|l|d)$/.test(words[at - 1] ?? "")
    ? { ...nothing, words: 1, months: season }
    : null;
}
