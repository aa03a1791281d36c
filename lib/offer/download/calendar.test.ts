import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allSlots, halfDayOf, halfDays, monthOf } from "@/lib/offer/availability/availability";
import { calendarOf, seriesOf } from "./calendar";

const day = 86_400_000;
/** Every day a series falls on, counted apart from how it was made. */
const daysOf = ({ first, last }: { first: string; last: string }) => {
  const found: string[] = [];
  for (
    let at = Date.parse(`${first}T12:00:00Z`);
    at <= Date.parse(`${last}T12:00:00Z`);
    at += 7 * day
  )
    found.push(new Date(at).toISOString().slice(0, 10));
  return found;
};

describe("an availability as a calendar", () => {
  it("has every half-day of the campaign that is open, and no other", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...allSlots)),
        fc.integer({ min: 2024, max: 2035 }),
        (chosen, campaign) => {
          const availability = allSlots.filter((slot) => chosen.includes(slot));
          const told = new Set(
            seriesOf(availability, campaign).flatMap((series) =>
              daysOf(series).map((date) => `${date} ${series.halfDay}`),
            ),
          );
          const expected = new Set<string>();
          for (
            let at = Date.UTC(campaign, 8, 1, 12);
            at < Date.UTC(campaign + 1, 8, 1, 12);
            at += day
          ) {
            const date = new Date(at);
            const halfDaysOfDay = halfDays.slice(
              ((date.getUTCDay() + 6) % 7) * 2,
              ((date.getUTCDay() + 6) % 7) * 2 + 2,
            );
            for (const halfDay of halfDaysOfDay)
              if (
                availability.some(
                  (slot) => monthOf(slot) === date.getUTCMonth() + 1 && halfDayOf(slot) === halfDay,
                )
              )
                expected.add(`${date.toISOString().slice(0, 10)} ${halfDay}`);
          }
          expect(told).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  const offer = {
    reference: "7K3M-9QXD",
    title: "Dire non",
    place: "Épinal",
    link: "https://p.example/offres/7K3M-9QXD",
    campaign: 2026,
  };

  it("holds what is to come, from today on", () => {
    const availability = [
      "9:thursday-pm",
      "10:thursday-pm",
      "11:thursday-pm",
      "12:thursday-pm",
      "3:monday-am",
    ] as const;
    const starts = (from: string) =>
      [
        ...(calendarOf({ ...offer, availability }, from) ?? "").matchAll(
          /DTSTART;TZID=Europe\/Paris:(\d{8})/g,
        ),
      ].map(([, day]) => day);
    expect(starts("2026-09-01")).toEqual(["20270301", "20260903"]);
    expect(starts("2026-11-26")).toEqual(["20270301", "20261126"]);
    expect(starts("2026-11-27")).toEqual(["20270301", "20261203"]);
    expect(starts("2027-01-10")).toEqual(["20270301"]);
    expect(calendarOf({ ...offer, availability }, "2027-03-30")).toBeNull();
    expect(calendarOf({ ...offer, availability: ["10:monday-am"] }, "2026-11-28")).toBeNull();
  });

  it("names a series the same whenever it is saved", () => {
    const availability = ["11:monday-am", "12:monday-am", "3:monday-am"] as const;
    const names = (from: string) =>
      calendarOf({ ...offer, availability }, from)?.match(/^UID:.*$/gm) ?? [];
    expect(new Set(names("2026-10-01")).size).toBe(2);
    expect(names("2026-11-20")).toEqual(names("2026-10-01"));
    expect(names("2027-01-10")).toEqual(names("2026-10-01").slice(1));
  });

  it("is lines of at most 75 octets, whatever the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (title) => {
        const calendar =
          calendarOf(
            {
              reference: "7K3M-9QXD",
              title,
              place: "Épinal",
              link: "https://p.example/offres/7K3M-9QXD",
              campaign: 2026,
              availability: ["3:thursday-pm"],
            },
            "2026-11-28",
          ) ?? "";
        for (const line of calendar.split("\r\n"))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(calendar).toContain("DTSTART;TZID=Europe/Paris:20270304T140000");
        expect(calendar).toContain("RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20270325T225959Z");
        expect(calendar).toContain("DTSTAMP:20261128T000000Z");
      }),
    );
  });
});
