import { type Availability, type Day, days, type HalfDay, halfDays, halfDaysOf, type Month, months, monthsOf } from "./availability";

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

/**
 * An availability in French words, one sentence per run of months that share the same week.
 * @returns for example `["Mars à mai : lundi et mardi matin, jeudi"]`; empty when there is no slot
 */
export function availabilityWords(availability: Availability): string[] {
  const runs: { months: Month[]; week: readonly HalfDay[] }[] = [];
  for (const month of monthsOf(availability)) {
    const week = halfDaysOf(availability, month);
    const same = runs.find((run) => run.week.join() === week.join());
    if (same) same.months.push(month);
    else runs.push({ months: [month], week });
  }
  return runs.map((run) => `${capitalised(monthsInWords(run.months))} : ${weekInWords(run.week)}`);
}

/** «mars à mai», «septembre et mars à mai», «toute l'année». */
export function monthsInWords(chosen: readonly Month[]): string {
  if (chosen.length === months.length) return "toute l'année";
  const parts = runsOf(months, chosen).flatMap((run) => rangeInWords(run.map((month) => monthLabels[month].toLowerCase())));
  return list(parts);
}

function weekInWords(week: readonly HalfDay[]): string {
  if (week.length === halfDays.length) return "tous les jours, matin et après-midi";
  const whole = days.filter((day) => week.includes(`${day}-am`) && week.includes(`${day}-pm`));
  const mornings = days.filter((day) => week.includes(`${day}-am`) && !whole.includes(day));
  const afternoons = days.filter((day) => week.includes(`${day}-pm`) && !whole.includes(day));
  const parts: string[] = [];
  if (whole.length > 0) parts.push(`${daysInWords(whole)}, matin et après-midi`);
  if (mornings.length > 0) parts.push(`${daysInWords(mornings)} matin`);
  if (afternoons.length > 0) parts.push(`${daysInWords(afternoons)} après-midi`);
  return parts.join(" ; ");
}

function daysInWords(chosen: readonly Day[]): string {
  if (chosen.length === days.length) return "tous les jours";
  return list(runsOf(days, chosen).flatMap((run) => rangeInWords(run.map((day) => dayLabels[day].toLowerCase()))));
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

/** Two neighbours are named each; from three on it is a range. */
function rangeInWords(words: string[]): string[] {
  return words.length > 2 ? [`${words[0]} à ${words.at(-1)}`] : words;
}

function list(parts: string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} et ${parts.at(-1)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
