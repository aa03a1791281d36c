/** Days as people of the region count them: midnight to midnight in Paris, summer and winter. */

const words = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "Europe/Paris" });
const numbers = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone: "Europe/Paris" });

/** «3 mars 2027». */
export function dayInWords(date: Date): string {
  return words.format(date);
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
