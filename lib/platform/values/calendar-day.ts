/** Days as people of the region count them: midnight to midnight in Paris, summer and winter. */

const timeZone = "Europe/Paris";
const words = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone });
const moments = {
  long: new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeStyle: "short", timeZone }),
  medium: new Intl.DateTimeFormat("fr-FR", { dateStyle: "medium", timeStyle: "short", timeZone }),
};
const numbers = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone });

/** French counts the first of a month, and only that: «1er mars». Intl writes «1 mars». */
function withFirst(text: string): string {
  return text.replace(/^1(?=\s)/, "1er");
}

/** «3 mars 2027», «1er mars 2027». */
export function dayInWords(date: Date): string {
  return withFirst(words.format(date));
}

/** «1er déc. 2026, 14:05»; long: «1er décembre 2026 à 14:05». */
export function momentInWords(date: Date, length: "medium" | "long" = "medium"): string {
  return withFirst(moments[length].format(date));
}

/** `2027-03-03`, as a date field writes it. */
export function dayOf(date: Date): string {
  return numbers.format(date);
}

/**
 * Whether this names a day that exists, not 30 February, and in times that Postgres and a calendar
 * can count from.
 */
export function isDay(text: string): boolean {
  if (!/^(19|[2-8]\d)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The instant a day begins in Paris. @param day `yyyy-mm-dd`, see {@link isDay} */
export function startOfDay(day: string): Date {
  const summer = new Date(`${day}T00:00:00+02:00`);
  return dayOf(summer) === day ? summer : new Date(`${day}T00:00:00+01:00`);
}

/** @param days may be negative @returns the day so many days later, `yyyy-mm-dd` */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
