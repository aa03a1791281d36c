import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HalfDay, halfDays, months, slotOf } from "@/lib/offer/availability/availability";
import { availabilityWords, monthsInWords } from "@/lib/offer/availability/availability-words";
import { parseMonths } from "./months";
import { parseSlots } from "./slots";
import { fold } from "./words";

describe("months in a cell", () => {
  it.each<[string, number[]]>([
    ["mars à mai", [3, 4, 5]],
    ["Mars, avril", [3, 4]],
    ["mars;avril|mai", [3, 4, 5]],
    ["de novembre à février", [11, 12, 1, 2]],
    ["novembre-février", [11, 12, 1, 2]],
    ["septembre et mars à mai", [9, 3, 4, 5]],
    ["sept. janv. FÉVR", [9, 1, 2]],
    ["aout", [8]],
    ["3, 4 et 12", [12, 3, 4]],
    ["toute l’année sauf juillet et août", [9, 10, 11, 12, 1, 2, 3, 4, 5, 6]],
    ["Tous les mois", [...months]],
    ["mars / avril", [3, 4]],
    ["mars+avril & mai", [3, 4, 5]],
    ["mars 2027", [3]],
    ["septembre 2026 à juin 2027", [9, 10, 11, 12, 1, 2, 3, 4, 5, 6]],
    ["du 1er mars au 30 juin 2027", [3, 4, 5, 6]],
    ["01/03/2027 - 30/06/2027", [3, 4, 5, 6]],
    ["03/2027, 04/2027", [3, 4]],
    ["2026-2027 : mars → mai", [3, 4, 5]],
    ["mi-mars à fin mai", [3, 4, 5]],
    ["Mars (et avril)", [3, 4]],
    ["mars ou avril", [3, 4]],
    ["d’octobre à décembre", [10, 11, 12]],
    ["tous les mois excepté août", [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7]],
    ["hors juillet et août", [9, 10, 11, 12, 1, 2, 3, 4, 5, 6]],
    ["mars-27", [3]],
    ["sept-26 à déc-26", [9, 10, 11, 12]],
    ["mars 27, avril '27", [3, 4]],
    ["2027-03-12", [3]],
    ["2027-03", [3]],
    ["2026-27 : mars", [3]],
    ["entre mars et juin", [3, 4, 5, 6]],
    ["mars et juin", [3, 6]],
    ["année scolaire", [...months]],
    ["année scolaire 2026-2027", [...months]],
    ["année scolaire : mars", [3]],
    ["", []],
  ])("%j", (text, expected) => {
    expect(parseMonths(text)).toEqual({ values: expected, unknown: [] });
  });

  it.each([
    ["mars à mais", ["mais"]],
    ["jui", ["jui"]],
    ["13", ["13"]],
    ["=2+5", ["=2+5"]],
    ["avant l’été", ["avant l’été"]],
    ["à définir", ["à définir"]],
    ["3/5", ["3/5"]],
    ["jusqu’en juin", ["jusqu’en juin"]],
    ["mais, mars, mais", ["mais"]],
    ["selon les disponibilités des classes, mars", ["selon les disponibilités des classes"]],
  ])("does not guess %j", (text, unknown) => {
    expect(parseMonths(text).unknown).toEqual(unknown);
  });

  it("reads back what the portal writes", () => {
    fc.assert(
      fc.property(fc.subarray([...months]), (chosen) => {
        expect(parseMonths(monthsInWords(chosen))).toEqual({ values: chosen, unknown: [] });
      }),
    );
  });
});

const whole = (...names: string[]) =>
  halfDays.filter((halfDay) => names.some((name) => halfDay.startsWith(name)));

describe("half-days in a cell", () => {
  it.each<[string, HalfDay[]]>([
    ["lundi matin, mardi", ["monday-am", "tuesday-am", "tuesday-pm"]],
    ["Lundi et mardi matin", ["monday-am", "tuesday-am"]],
    ["lundi ; mardi matin", ["monday-am", "monday-pm", "tuesday-am"]],
    [
      "tous les jours sauf mercredi, samedi, dimanche",
      whole("monday", "tuesday", "thursday", "friday"),
    ],
    [
      "tous les jours sauf mercredi après-midi",
      halfDays.filter((halfDay) => halfDay !== "wednesday-pm"),
    ],
    ["du lundi au vendredi", whole("monday", "tuesday", "wednesday", "thursday", "friday")],
    ["lundi-mercredi matin", ["monday-am", "tuesday-am", "wednesday-am"]],
    ["les jeudis apres midi", ["thursday-pm"]],
    ["lun. A.M, ven P.M", ["monday-am", "friday-pm"]],
    ["lundi, matin et après-midi", ["monday-am", "monday-pm"]],
    ["samedi à lundi", whole("monday", "saturday", "sunday")],
    [
      "En semaine le matin",
      ["monday-am", "tuesday-am", "wednesday-am", "thursday-am", "friday-am"],
    ],
    ["week-end", whole("saturday", "sunday")],
    ["mardi toute la journée", whole("tuesday")],
    ["Lundi A.M / P.M", whole("monday")],
    ["LUNDI A.M, P.M ; MARDI P.M", ["monday-am", "monday-pm", "tuesday-pm"]],
    ["lundi am/pm, jeudi pm", ["monday-am", "monday-pm", "thursday-pm"]],
    ["lundi, mardi (matin)", ["monday-am", "tuesday-am"]],
    ["lundi (matin), mardi (après-midi)", ["monday-am", "tuesday-pm"]],
    [
      "matin du lundi au vendredi",
      ["monday-am", "tuesday-am", "wednesday-am", "thursday-am", "friday-am"],
    ],
    ["le matin : lundi, mardi ; l’après-midi : jeudi", ["monday-am", "tuesday-am", "thursday-pm"]],
    ["matin lundi et mardi, après-midi jeudi", ["monday-am", "tuesday-am", "thursday-pm"]],
    ["matin et après-midi du lundi au mercredi", whole("monday", "tuesday", "wednesday")],
    ["L M J V matin", ["monday-am", "tuesday-am", "thursday-am", "friday-am"]],
    ["L, M, M, J, V", whole("monday", "tuesday", "wednesday", "thursday", "friday")],
    ["LMMJV matin", ["monday-am", "tuesday-am", "wednesday-am", "thursday-am", "friday-am"]],
    ["L-V après-midi", ["monday-pm", "tuesday-pm", "wednesday-pm", "thursday-pm", "friday-pm"]],
    ["Lu Me Ve", whole("monday", "wednesday", "friday")],
    ["mardi, M, J", whole("tuesday", "wednesday", "thursday")],
    ["lundi + mardi aprem", ["monday-pm", "tuesday-pm"]],
    ["lundi ou jeudi matin", ["monday-am", "thursday-am"]],
    ["lundi a-m, mardi p-m", ["monday-am", "tuesday-pm"]],
    ["Jeudi après–midi", ["thursday-pm"]],
    ["lundi apm", ["monday-pm"]],
    ["lundi matin à mercredi après-midi", whole("monday", "tuesday", "wednesday")],
    ["lundi après-midi au mercredi matin", ["monday-pm", ...whole("tuesday"), "wednesday-am"]],
    ["lundi matin au mercredi matin", ["monday-am", "tuesday-am", "wednesday-am"]],
    ["lundi : matin", ["monday-am"]],
    ["jeudi l’après-midi", ["thursday-pm"]],
    ["7j/7", [...halfDays]],
    ["", []],
  ])("%j", (text, expected) => {
    expect(parseSlots(text)).toEqual({ values: expected, unknown: [] });
  });

  it.each([
    ["lundy", ["lundy"]],
    ["matin", ["matin"]],
    ["Le matin et l’après-midi", ["Le matin et l’après-midi"]],
    ["à définir", ["à définir"]],
    ["lundi matin au vendredi soir", ["soir"]],
    ["lundi, lundy, lundy", ["lundy"]],
    ["selon l’emploi du temps", ["selon l’emploi du temps"]],
    ["lundi soir", ["soir"]],
    ["8h-12h", ["8h-12h"]],
    ["mercredi (sauf vacances)", ["vacances"]],
  ])("does not guess %j", (text, unknown) => {
    expect(parseSlots(text).unknown).toEqual(unknown);
  });

  it("reads back what the portal writes", () => {
    fc.assert(
      fc.property(fc.subarray([...halfDays], { minLength: 1 }), (week) => {
        const [words = ""] = availabilityWords(week.map((halfDay) => slotOf(3, halfDay)));
        expect(parseSlots(words.split(" : ")[1] ?? "")).toEqual({ values: week, unknown: [] });
      }),
    );
  });

  it("answers anything at all with half-days and words of the cell", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(halfDays).toEqual(expect.arrayContaining(parseSlots(text).values));
        expect(months).toEqual(expect.arrayContaining(parseMonths(text).values));
      }),
    );
  });
});

it("folds what people write in several ways", () => {
  expect(fold("  Élèves – 6/11 ANS ")).toBe("eleves 6 11 ans");
  expect(fold("Cœur")).toBe("coeur");
});
