import { type HalfDay, halfDays, type Month, months } from "@/lib/offer/availability/availability";
import { halfDayLabel, monthsInWords } from "@/lib/offer/availability/availability-words";
import { disciplineLabels, disciplines } from "./labels";

/** What somebody who writes to a structure asks for, as a row holds it. */
export interface PlacesAsked {
  students: number | null;
  disciplines: readonly string[];
  months: readonly number[];
  halfDays: readonly string[];
}

/**
 * The same in French, one line each; what was not said is not there.
 * @returns empty where nothing was asked
 */
export function requestInWords(asked: PlacesAsked): string[] {
  const named = (label: string, words: readonly string[]) =>
    words.length > 0 ? [`${label} : ${words.join(", ")}`] : [];
  const wantedMonths: readonly Month[] = months.filter((month) => asked.months.includes(month));
  const wantedHalfDays: readonly HalfDay[] = halfDays.filter((each) =>
    asked.halfDays.includes(each),
  );
  return [
    ...named("Étudiants", asked.students === null ? [] : [String(asked.students)]),
    ...named(
      "Filières",
      disciplines
        .filter((each) => asked.disciplines.includes(each))
        .map((d) => disciplineLabels[d]),
    ),
    ...named("Mois", wantedMonths.length > 0 ? [monthsInWords(wantedMonths)] : []),
    ...named(
      "Demi-journées",
      wantedHalfDays.map((halfDay) => halfDayLabel(halfDay).toLowerCase()),
    ),
  ];
}
