import { describe, expect, it } from "vitest";
import { pauseBounds, pauseRefusal } from "@/lib/offer/lifecycle/pause";
import { dayAfter, dayInWords, dayOf, isDay, momentInWords, startOfDay } from "./calendar-day";

describe("days in Paris", () => {
  it.each([
    ["2027-03-03", "2027-03-02T23:00:00.000Z"],
    ["2027-07-14", "2027-07-13T22:00:00.000Z"],
    // The nights the clocks change.
    ["2027-03-28", "2027-03-27T23:00:00.000Z"],
    ["2027-03-29", "2027-03-28T22:00:00.000Z"],
    ["2027-10-31", "2027-10-30T22:00:00.000Z"],
    ["2027-11-01", "2027-10-31T23:00:00.000Z"],
  ])("%s begins at %s", (day, instant) => {
    expect(startOfDay(day).toISOString()).toBe(instant);
    expect(dayOf(startOfDay(day))).toBe(day);
    expect(dayOf(new Date(startOfDay(day).getTime() - 1))).toBe(dayAfter(day, -1));
  });

  it("knows the days that exist", () => {
    const none = [
      "2027-02-29",
      "2027-13-01",
      "2027-2-1",
      "demain",
      "",
      "0000-01-01",
      "0001-01-01",
      "9999-12-31",
      "99999-13-45",
      "-00001-01-01",
      "2027-03-03\n",
    ];
    expect(["2027-02-28", "2028-02-29"].every(isDay)).toBe(true);
    expect(none.filter(isDay)).toEqual([]);
  });

  it.each([
    ["2026-11-30T23:00:00Z", "1er décembre 2026", "1er déc. 2026, 00:00"],
    ["2026-11-30T22:59:00Z", "30 novembre 2026", "30 nov. 2026, 23:59"],
    ["2027-03-01T13:05:00Z", "1er mars 2027", "1er mars 2027, 14:05"],
    ["2027-03-03T13:05:00Z", "3 mars 2027", "3 mars 2027, 14:05"],
    ["2027-05-11T01:01:00Z", "11 mai 2027", "11 mai 2027, 03:01"],
    ["2027-08-21T01:01:00Z", "21 août 2027", "21 août 2027, 03:01"],
    ["2028-01-31T11:01:00Z", "31 janvier 2028", "31 janv. 2028, 12:01"],
  ])("says %s in words, the first of a month as an ordinal", (instant, day, moment) => {
    const date = new Date(instant);
    expect(dayInWords(date)).toBe(day);
    expect(momentInWords(date)).toBe(moment);
    expect(momentInWords(date, "long")).toBe(`${day} à ${moment.slice(-5)}`);
  });
});

describe("a pause", () => {
  const today = new Date("2026-11-24T22:30:00Z");
  it.each([
    ["2026-11-23", "pauseTooEarly"],
    ["2026-11-24", "pauseTooEarly"],
    ["2026-11-25", null],
    ["2027-11-24", null],
    ["2027-11-25", "pauseTooLong"],
  ])("until %s: %s", (day, refusal) => {
    expect(pauseRefusal(day, today)).toBe(refusal);
  });

  it("gives the date field the same bounds", () => {
    expect(pauseBounds(today)).toEqual({ first: "2026-11-25", last: "2027-11-24" });
  });
});
