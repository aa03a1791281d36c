import {
  type Day,
  type HalfDay,
  halfDays,
  type Month,
  periods,
  type Slot,
} from "@/lib/offer/availability/availability";
import { slotsIn } from "@/lib/offer/availability/availability-filling";
import { dayLabels, halfDayLabel, monthLabels } from "@/lib/offer/availability/availability-words";
import { withDe } from "@/lib/platform/values/french";
import type { GridCell } from "./grid-moves";

/** A cell of the grid that stands for a group of slots. */
export type HeaderCell = Exclude<GridCell, Slot>;

export const periodLabels = { am: "A.M", pm: "P.M" } as const;

/** Reads a header's name once, for what it groups and what it says. */
export function readHeader(
  cell: HeaderCell,
):
  | { kind: "week" }
  | { kind: "month"; month: Month }
  | { kind: "day"; day: Day }
  | { kind: "half"; halfDay: HalfDay; period: keyof typeof periodLabels } {
  const [kind, name = ""] = cell.split(":");
  if (kind === "month") return { kind, month: Number(name) as Month };
  if (kind === "day") return { kind, day: name as Day };
  if (kind === "half")
    return { kind, halfDay: name as HalfDay, period: name.endsWith("am") ? "am" : "pm" };
  return { kind: "week" };
}

/** The slots that a header switches. */
export function slotsOfHeader(cell: HeaderCell, chosen: readonly Month[]): Slot[] {
  const header = readHeader(cell);
  switch (header.kind) {
    case "week":
      return slotsIn(chosen, halfDays);
    case "month":
      return slotsIn([header.month], halfDays);
    case "day":
      return slotsIn(
        chosen,
        periods.map((period) => `${header.day}-${period}` as const),
      );
    case "half":
      return slotsIn(chosen, [header.halfDay]);
  }
}

/** What a header's box is called. */
export function headerLabel(cell: HeaderCell): string {
  const header = readHeader(cell);
  switch (header.kind) {
    case "week":
      return "Toute la semaine, tous les mois choisis";
    case "month":
      return `Tous les créneaux ${withDe(monthLabels[header.month].toLowerCase())}`;
    case "day":
      return `${dayLabels[header.day]} toute la journée, tous les mois choisis`;
    case "half":
      return (
        `${halfDayLabel(header.halfDay)}, tous les mois choisis ` +
        `(${periodLabels[header.period]})`
      );
  }
}
