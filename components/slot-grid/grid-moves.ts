import {
  type Day,
  days,
  type HalfDay,
  halfDayOf,
  halfDays,
  isSlot,
  type Month,
  monthOf,
  periods,
  type Slot,
  slotOf,
} from "@/lib/offer/availability/availability";

/**
 * The grid as the keyboard walks it. Row 0 holds the corner and the months; column 0 the days,
 * column 1 the half-days. The corner spans two columns and each day two rows, as in the table.
 */
export type GridCell = "week" | `month:${Month}` | `day:${Day}` | `half:${HalfDay}` | Slot;

const lastRow = halfDays.length;
/** Rows of one day: what Page up and Page down leap. */
const dayRows = periods.length;

interface Place {
  row: number;
  column: number;
}

export function cellAt({ row, column }: Place, chosen: readonly Month[]): GridCell {
  const month = chosen[column - 2];
  const halfDay = halfDays[row - 1];
  if (!halfDay) return month ? `month:${month}` : "week";
  if (column === 0) return `day:${halfDay.split("-")[0] as Day}`;
  return month ? slotOf(month, halfDay) : `half:${halfDay}`;
}

/** Where a cell begins; the corner's place for what is not shown (any more). */
export function placeOf(cell: GridCell, chosen: readonly Month[]): Place {
  const corner = { row: 0, column: 0 };
  if (isSlot(cell))
    return chosen.includes(monthOf(cell))
      ? { row: halfDays.indexOf(halfDayOf(cell)) + 1, column: chosen.indexOf(monthOf(cell)) + 2 }
      : corner;
  const [kind, name = ""] = cell.split(":");
  if (kind === "month")
    return chosen.includes(Number(name) as Month)
      ? { row: 0, column: chosen.indexOf(Number(name) as Month) + 2 }
      : corner;
  if (kind === "day") return { row: days.indexOf(name as Day) * dayRows + 1, column: 0 };
  if (kind === "half") return { row: halfDays.indexOf(name as HalfDay) + 1, column: 1 };
  return corner;
}

/**
 * @param key as `KeyboardEvent.key` names it
 * @returns the cell that the key leads to (itself at an edge), or null when the key does not move
 */
export function moveInGrid(
  from: GridCell,
  key: string,
  control: boolean,
  chosen: readonly Month[],
): GridCell | null {
  const lastColumn = chosen.length + 1;
  const place = placeOf(from, chosen);
  const cell = cellAt(place, chosen);
  const step = (rows: number, columns: number): GridCell => {
    let { row, column } = place;
    while (
      row + rows >= 0 &&
      row + rows <= lastRow &&
      column + columns >= 0 &&
      column + columns <= lastColumn
    ) {
      row += rows;
      column += columns;
      const found = cellAt({ row, column }, chosen);
      if (found !== cell) return found;
    }
    return cell;
  };
  switch (key) {
    case "ArrowUp":
      return step(-1, 0);
    case "ArrowDown":
      return step(1, 0);
    case "ArrowLeft":
      return step(0, -1);
    case "ArrowRight":
      return step(0, 1);
    case "PageUp":
      return cellAt({ ...place, row: Math.max(0, place.row - dayRows) }, chosen);
    case "PageDown":
      return cellAt({ ...place, row: Math.min(lastRow, place.row + dayRows) }, chosen);
    case "Home":
      return cellAt({ row: control ? 0 : place.row, column: 0 }, chosen);
    case "End":
      return cellAt({ row: control ? lastRow : place.row, column: lastColumn }, chosen);
    default:
      return null;
  }
}
