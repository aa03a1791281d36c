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
const monthNames: Readonly<Record<string, Month>> = {
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
};
const seasons: Readonly<Record<string, readonly Month[]>> = {
  automne: [9, 10, 11],
  hiver: [12, 1, 2],
  printemps: [3, 4, 5],
  ete: [6, 7, 8],
};
const linking = /^(?:et|ou|puis)$/;
const reaching = /^(?:a|au|jusqu|jusque|jusquau)$/;
/** «octobre rose», «mars bleu»: a campaign of prevention, no month. */
const campaignColour = /^(?:rose|bleue?|vert|jaune|violet|sans)$/;

function dayOf(word: string | undefined): Day | undefined {
  return days[dayNames.indexOf((word ?? "").replace(/s$/, ""))];
}

/** @returns the half of a day that is named at a place, and in how many words */
function halfAt(words: readonly string[], at: number): { half: Period; words: number } | null {
  const word = words[at] ?? "";
  if (/^mat(?:in|ins|inees?)$/.test(word)) return { half: "am", words: 1 };
  if (/^apr[eè]s$/.test(word) && /^midis?$/.test(words[at + 1] ?? ""))
    return { half: "pm", words: 2 };
  if (/^(?:apresmidis?|aprems?)$/.test(word)) return { half: "pm", words: 1 };
  // «am» alone is a word like another.
  if (/^[ap]m$/.test(word) && dayOf(words[at - 1]) !== undefined)
    return { half: word as Period, words: 1 };
  return null;
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
    const skipped = /^(?:le|la|l|les)$/.test(words[next] ?? "") ? 1 : 0;
    const joined = halves.length > 0 && linking.test(words[next] ?? "") ? 1 : 0;
    const half = halfAt(words, next + Math.max(skipped, joined));
    if (!half) break;
    halves.push(half.half);
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
  // «3 au 14 mars», «1er juin»: the days of a month say no more than the month.
  let next = at;
  while (/^(?:\d{1,2}|1er)$/.test(words[next] ?? "") && next - at < 3)
    next += /^au?$/.test(words[next + 1] ?? "") ? 2 : 1;
  const month = monthAt(words, next);
  if (month === undefined) return null;
  next += 1;
  if (/^20\d\d$/.test(words[next] ?? "")) next += 1;
  const last =
    reaching.test(words[next] ?? "") || (words[next] === "et" && words[at - 1] === "entre")
      ? next + 1
      : reaches(next)
        ? next
        : null;
  const until = last === null ? undefined : monthAt(words, last);
  if (last !== null && until !== undefined)
    return { ...nothing, words: last + 1 - at, months: between(months, month, until) };
  const onwards = words[at - 1] === "des" || (words[at - 1] === "de" && words[at - 2] === "partir");
  return {
    ...nothing,
    words: next - at,
    months: onwards ? between(months, month, 8) : [month],
  };
}

function monthAt(words: readonly string[], at: number): Month | undefined {
  return campaignColour.test(words[at + 1] ?? "") ? undefined : monthNames[words[at] ?? ""];
}

function readSeason(words: readonly string[], at: number): WhenRead | null {
  const season = seasons[words[at] ?? ""];
  return season && /^(?:en|cet|cette|au|l)$/.test(words[at - 1] ?? "")
    ? { ...nothing, words: 1, months: season }
    : null;
}
