import {
  type Availability,
  type Day,
  days,
  type HalfDay,
  halfDays,
  halfDaysOf,
  type Month,
  months,
  monthsAlike,
} from "./availability";
import type { WeekPreset } from "./availability-filling";

export const monthLabels: Record<Month, string> = {
  1: "Janvier",
  2: "Février",
  3: "Mars",
  4: "Avril",
  5: "Mai",
  6: "Juin",
  7: "Juillet",
  8: "Août",
  9: "Septembre",
  10: "Octobre",
  11: "Novembre",
  12: "Décembre",
};

/** Of an offer whose months are all over: the badge, and the sentence beside it. */
export const elapsedLabel = "Période passée";
export const elapsedSentence = "Tous les mois de cette offre sont passés.";

/** What its structure can do then. @param isOver whether its campaign has no month left to add */
export function elapsedAdvice(isOver: boolean): string {
  const said = "Le catalogue le dit et la montre en dernier.";
  return `${said} ${isOver ? "Archivez-la." : "Ajoutez des mois à venir, ou archivez-la."}`;
}

/** When an offer can host, in one line. */
export function whenInWords({
  availability,
  elapsed,
}: {
  availability: readonly string[];
  elapsed: boolean;
}): string {
  return elapsed ? elapsedSentence : availability.join(" ; ");
}

const abbreviated = new Intl.DateTimeFormat("fr-FR", { month: "short", timeZone: "UTC" });

/** «janv.», «mars», for the head of a narrow column. */
export function monthAbbreviation(month: Month): string {
  return abbreviated.format(new Date(Date.UTC(2026, month - 1, 1)));
}

export const dayLabels: Record<Day, string> = {
  monday: "Lundi",
  tuesday: "Mardi",
  wednesday: "Mercredi",
  thursday: "Jeudi",
  friday: "Vendredi",
  saturday: "Samedi",
  sunday: "Dimanche",
};

/** «Lundi matin», for a reader; the grid itself writes A.M and P.M as the tutorial does. */
export function halfDayLabel(halfDay: HalfDay): string {
  const [day, period] = halfDay.split("-") as [Day, "am" | "pm"];
  return `${dayLabels[day]} ${period === "am" ? "matin" : "après-midi"}`;
}

export const weekPresetLabels: Record<WeekPreset, string> = {
  wholeWeek: "Toute la semaine",
  workingDays: "Du lundi au vendredi",
  schoolDays: "Sauf mercredi, samedi, dimanche",
  mornings: "Matins de semaine",
  afternoons: "Après-midi de semaine",
  nothing: "Effacer",
};

/**
 * An availability in French words, one sentence per group of months that share the same week. Two
 * availabilities never have the same words.
 * @returns for example `["Mars à mai : lundi, mardi et jeudi matin"]`; empty when there is no slot
 */
export function availabilityWords(availability: Availability): string[] {
  return monthsAlike([availability]).map(
    (group) => `${groupInWords(group)} : ${weekInWords(weekOf(availability, group))}`,
  );
}

function weekOf(availability: Availability, [month]: readonly Month[]): readonly HalfDay[] {
  return month === undefined ? [] : halfDaysOf(availability, month);
}

/** «Mars à mai», as the head of what these months have in common. */
export function groupInWords(group: readonly Month[]): string {
  return capitalised(monthsInWords(group));
}

/** «mars à mai», «septembre et mars à mai», «toute l’année». */
export function monthsInWords(chosen: readonly Month[]): string {
  if (chosen.length === months.length) return "toute l’année";
  return list(
    runsOf(months, chosen).flatMap((run) =>
      rangeInWords(
        run.map((month) => monthLabels[month].toLowerCase()),
        "",
        "à",
      ),
    ),
  );
}

/**
 * What is open or, where that is shorter, what is not: «tous les jours sauf mercredi, samedi et
 * dimanche».
 */
function weekInWords(week: readonly HalfDay[]): string {
  const open = partsOf(week);
  const said = inParts(open, "toute la journée", " ; ");
  const closed = partsOf(halfDays.filter((halfDay) => !week.includes(halfDay)));
  if (closed.whole.length === 0 && closed.mornings.length + closed.afternoons.length === 0)
    return said;
  // Without whole days on one side there is nothing that «sauf» would make simpler.
  if (open.whole.length === 0) return said;
  const onlyWhole = closed.mornings.length + closed.afternoons.length === 0;
  const except = `tous les jours sauf ${inParts(closed, onlyWhole ? "" : "toute la journée", ", ")}`;
  return except.length < said.length ? except : said;
}

interface WeekParts {
  whole: readonly Day[];
  mornings: readonly Day[];
  afternoons: readonly Day[];
}

function partsOf(week: readonly HalfDay[]): WeekParts {
  const morning = (day: Day) => week.includes(`${day}-am`);
  const afternoon = (day: Day) => week.includes(`${day}-pm`);
  return {
    whole: days.filter((day) => morning(day) && afternoon(day)),
    mornings: days.filter((day) => morning(day) && !afternoon(day)),
    afternoons: days.filter((day) => afternoon(day) && !morning(day)),
  };
}

/** @param between after «sauf» a comma: what follows a semicolon would read as open again */
function inParts(
  { whole, mornings, afternoons }: WeekParts,
  allDay: string,
  between: string,
): string {
  const parts: string[] = [];
  if (whole.length === days.length) parts.push(`tous les jours, ${allDay}`);
  else if (whole.length > 0) parts.push(`${daysInWords(whole)} ${allDay}`.trim());
  if (mornings.length > 0)
    parts.push(
      mornings.length === days.length ? "tous les matins" : `${daysInWords(mornings)} matin`,
    );
  if (afternoons.length > 0)
    parts.push(
      afternoons.length === days.length
        ? "tous les après-midi"
        : `${daysInWords(afternoons)} après-midi`,
    );
  return parts.join(between);
}

function daysInWords(chosen: readonly Day[]): string {
  return list(
    runsOf(days, chosen).flatMap((run) =>
      rangeInWords(
        run.map((day) => dayLabels[day].toLowerCase()),
        "du ",
        "au",
      ),
    ),
  );
}

function runsOf<T>(order: readonly T[], chosen: readonly T[]): T[][] {
  const runs: T[][] = [];
  let previous = -2;
  order.forEach((item, index) => {
    if (!chosen.includes(item)) return;
    const last = runs.at(-1);
    if (last && previous === index - 1) last.push(item);
    else runs.push([item]);
    previous = index;
  });
  return runs;
}

/**
 * Two neighbours are named each; from three on it is a range: «mars à mai», «du lundi au vendredi».
 */
function rangeInWords(words: string[], before: string, between: string): string[] {
  return words.length > 2 ? [`${before}${words[0]} ${between} ${words.at(-1)}`] : words;
}

function list(parts: string[]): string {
  return parts.length < 2
    ? (parts[0] ?? "")
    : `${parts.slice(0, -1).join(", ")} et ${parts.at(-1)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
