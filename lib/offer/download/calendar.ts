import {
  type Availability,
  days,
  type HalfDay,
  halfDayOf,
  halfDays,
  type Month,
  monthOf,
  months,
} from "@/lib/offer/availability/availability";

/** A half-day of the week over a number of months that follow one another in a campaign. */
export interface Series {
  halfDay: HalfDay;
  /** The first of its months, be it over. */
  month: Month;
  /** Days as `2027-03-04`, Paris: the first and the last one there is. */
  first: string;
  last: string;
}

/** Hours of a morning and of an afternoon: the structure says its own, a calendar needs some. */
const hours = { am: ["090000", "120000"], pm: ["140000", "170000"] } as const;
const byDay = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** Days are counted at noon UTC: no change of the clock moves one of them. */
function dayOf(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day, 12));
}
const written = (day: Date) => day.toISOString().slice(0, 10);

/** September to December are of the campaign's first year. */
function yearOf(campaign: number, month: Month): number {
  return month >= 9 ? campaign : campaign + 1;
}

/** The days of a month on which a half-day falls. */
function datesIn(campaign: number, month: Month, halfDay: HalfDay): string[] {
  const weekday = days.indexOf(halfDay.split("-")[0] as (typeof days)[number]);
  const year = yearOf(campaign, month);
  const last = new Date(Date.UTC(year, month, 0, 12)).getUTCDate();
  return Array.from({ length: last }, (_, index) => dayOf(year, month, index + 1))
    .filter((day) => (day.getUTCDay() + 6) % 7 === weekday)
    .map(written);
}

/**
 * An availability as series of weekly half-days: months that follow one another are one series.
 * @param from the first day that is told, `2027-03-04`: what is before it is over
 */
export function seriesOf(availability: Availability, campaign: number, from = ""): Series[] {
  return halfDays.flatMap((halfDay) => {
    const open = availability.filter((slot) => halfDayOf(slot) === halfDay).map(monthOf);
    const runs: Month[][] = [];
    for (const month of months.filter((each) => open.includes(each))) {
      const run = runs.at(-1);
      if (run && months.indexOf(month) === months.indexOf(run.at(-1) ?? month) + 1) run.push(month);
      else runs.push([month]);
    }
    return runs.flatMap((run) => {
      const dates = run
        .flatMap((month) => datesIn(campaign, month, halfDay))
        .filter((date) => date >= from);
      const [month, first, last] = [run[0], dates[0], dates.at(-1)];
      return month && first && last ? [{ halfDay, month, first, last }] : [];
    });
  });
}

interface CalendarOffer {
  reference: string;
  title: string;
  place: string;
  link: string;
  campaign: number;
  availability: Availability;
}

// RFC 5545 asks for the rules of a time zone that is named; these have held since 1996.
const paris = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Paris",
  ...[
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
  ],
  ...[
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "END:DAYLIGHT",
  ],
  "END:VTIMEZONE",
];

/**
 * When an offer can host, as a calendar (RFC 5545): the hours are indications.
 * @param today `2027-03-04`: a calendar holds what is to come
 * @returns null when nothing is: a calendar without an event is none
 */
export function calendarOf(offer: CalendarOffer, today: string): string | null {
  const series = seriesOf(offer.availability, offer.campaign, today);
  if (series.length === 0) return null;
  const events = series.flatMap(({ halfDay, month, first, last }) => {
    const [day, period] = halfDay.split("-") as [(typeof days)[number], "am" | "pm"];
    const [from, until] = hours[period];
    const date = first.replaceAll("-", "");
    return [
      "BEGIN:VEVENT",
      // The same whenever it is saved, for the calendar that has it, and newer each day.
      `UID:${offer.reference}-${halfDay}-${yearOf(offer.campaign, month)}-${month}@service-sanitaire`,
      `DTSTAMP:${today.replaceAll("-", "")}T000000Z`,
      `DTSTART;TZID=Europe/Paris:${date}T${from}`,
      `DTEND;TZID=Europe/Paris:${date}T${until}`,
      `RRULE:FREQ=WEEKLY;BYDAY=${byDay[days.indexOf(day)]};UNTIL=${last.replaceAll("-", "")}T225959Z`,
      `SUMMARY:${escaped(`Possible : ${offer.title}`)}`,
      `LOCATION:${escaped(offer.place)}`,
      `DESCRIPTION:${escaped(`Demi-journée possible, heures indicatives. ${offer.link}`)}`,
      `URL:${offer.link}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  });
  return [
    ...[
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//service-sanitaire//portail//FR",
      "CALSCALE:GREGORIAN",
    ],
    ...paris,
    ...events,
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll("\n", "\\n");
}

/** A line holds 75 octets; what is longer goes on behind a blank, never within a character. */
function folded(line: string): string {
  const parts: string[] = [""];
  for (const character of line) {
    const limit = parts.length === 1 ? 75 : 74;
    if (Buffer.byteLength((parts.at(-1) ?? "") + character) > limit) parts.push(character);
    else parts[parts.length - 1] = (parts.at(-1) ?? "") + character;
  }
  return parts.join("\r\n ");
}
