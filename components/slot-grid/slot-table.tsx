"use client";

import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  useCallback,
  useMemo,
  useRef,
  useState,
} from "react";
import {
  days,
  type HalfDay,
  type Month,
  months,
  periods,
  type Slot,
  slotOf,
} from "@/lib/offer/availability/availability";
import { halfDayLabel, monthLabels } from "@/lib/offer/availability/availability-words";
import { type HeaderCell, slotsOfHeader } from "./grid-headers";
import { cellAt, type GridCell, moveInGrid, placeOf } from "./grid-moves";
import { SlotHeader } from "./slot-header";
import { usePainting } from "./use-painting";
import type { Slots } from "./use-slots";

/**
 * The week of each chosen month. With scripts it is a grid after the W3C's pattern (one tab stop,
 * arrows within) whose headers switch a month, a day or a half-day; without, a table of boxes.
 */
export function SlotTable({
  chosen,
  slots,
  scripts,
}: {
  chosen: readonly Month[];
  slots: Slots;
  scripts: boolean;
}) {
  const table = useRef<HTMLTableElement>(null);
  const [last, setLast] = useState<GridCell>("week");
  const painting = usePainting(table, chosen, slots);
  const open = useMemo(() => new Set<Slot>(slots.slots), [slots.slots]);
  // The cell that was left may have gone with its month.
  const active = cellAt(placeOf(last, chosen), chosen);
  const tabIndex = (cell: GridCell) => (scripts ? (cell === active ? 0 : -1) : undefined);
  const { putOne, toggleGroup } = slots;
  const toggleHeader = useCallback(
    (cell: HeaderCell) => toggleGroup(slotsOfHeader(cell, chosen)),
    [toggleGroup, chosen],
  );
  const choose = useCallback((slot: Slot, checked: boolean) => putOne(slot, checked), [putOne]);

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const from = cellOf(event.target);
    if (!from || event.altKey || event.shiftKey) return;
    if (event.key === "Enter") {
      // In a box it would send the whole form.
      event.preventDefault();
      (event.target as HTMLElement).click();
      return;
    }
    const to = moveInGrid(from, event.key, event.ctrlKey || event.metaKey, chosen);
    if (!to) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${to}"]`)?.focus();
  }

  function onFocus(event: FocusEvent<HTMLTableElement>) {
    const cell = cellOf(event.target);
    if (cell) setLast(cell);
  }

  const header = (cell: HeaderCell) => (
    <SlotHeader
      cell={cell}
      scripts={scripts}
      tabIndex={tabIndex(cell)}
      state={stateOf(slotsOfHeader(cell, chosen), open)}
      onToggle={toggleHeader}
    />
  );

  return (
    <div
      className={
        "relative overflow-x-auto rounded-lg border border-control bg-surface " +
        "[scroll-padding-inline-start:10rem] sm:[scroll-padding-inline-start:14rem]"
      }
    >
      <table
        ref={table}
        role={scripts ? "grid" : undefined}
        aria-label="Créneaux de la semaine, par mois"
        data-chosen={chosen.join(" ")}
        onKeyDown={scripts ? onKeyDown : undefined}
        onFocus={scripts ? onFocus : undefined}
        {...(scripts ? painting : {})}
        className={
          "w-full select-none border-separate border-spacing-0 text-sm " +
          "[-webkit-touch-callout:none]"
        }
      >
        <thead>
          <tr>
            <th
              scope="col"
              colSpan={2}
              className="sticky left-0 z-10 border-b border-control bg-surface px-2 text-left"
            >
              {header("week")}
            </th>
            {months.map((month) => (
              <th
                key={month}
                scope="col"
                data-month={month}
                className={
                  "min-w-18 border-b border-l border-control border-l-line px-1 " +
                  "text-center sm:min-w-20"
                }
              >
                {header(`month:${month}`)}
              </th>
            ))}
          </tr>
        </thead>
        {days.map((day, index) => (
          <tbody key={day}>
            {periods.map((period) => {
              const halfDay = `${day}-${period}` as const;
              const line = index > 0 && period === "am" ? "border-t border-line" : "";
              return (
                <tr key={halfDay} className={index % 2 === 1 ? "bg-canvas" : "bg-surface"}>
                  {period === "am" ? (
                    <th
                      scope="rowgroup"
                      rowSpan={2}
                      className={
                        "sticky left-0 z-10 w-22 min-w-22 bg-inherit px-2 text-left " +
                        `align-middle sm:w-36 sm:min-w-36 ${line}`
                      }
                    >
                      {header(`day:${day}`)}
                    </th>
                  ) : null}
                  <th
                    scope="row"
                    className={
                      "sticky left-22 z-10 w-18 min-w-18 bg-inherit pr-2 text-left " +
                      `font-normal sm:left-36 sm:w-20 sm:min-w-20 ${line}`
                    }
                  >
                    {header(`half:${halfDay}`)}
                  </th>
                  {months.map((month) => {
                    const slot = slotOf(month, halfDay);
                    return (
                      <td
                        key={month}
                        data-month={month}
                        className={`border-l border-l-line p-0 text-center ${line}`}
                      >
                        <SlotBox
                          slot={slot}
                          month={month}
                          halfDay={halfDay}
                          checked={open.has(slot)}
                          tabIndex={tabIndex(slot)}
                          onChoose={choose}
                        />
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface BoxProps {
  slot: Slot;
  month: Month;
  halfDay: HalfDay;
  checked: boolean;
  tabIndex: number | undefined;
  onChoose: (slot: Slot, checked: boolean) => void;
}

/**
 * One cell. Remembered, so that a stroke over the grid renders the cells it changes and no other.
 */
const SlotBox = memo(function SlotBox({
  slot,
  month,
  halfDay,
  checked,
  tabIndex,
  onChoose,
}: BoxProps) {
  return (
    <label
      className={
        "flex min-h-11 cursor-pointer items-center justify-center hover:bg-accent-soft " +
        "has-checked:bg-accent-soft"
      }
    >
      <input
        type="checkbox"
        name="slots"
        value={slot}
        data-cell={slot}
        tabIndex={tabIndex}
        checked={checked}
        onChange={(event) => onChoose(slot, event.target.checked)}
        className="size-6 cursor-pointer accent-accent"
      />
      <span className="sr-only">
        {monthLabels[month]}, {halfDayLabel(halfDay).toLowerCase()}
      </span>
    </label>
  );
});

function stateOf(group: readonly Slot[], open: ReadonlySet<Slot>): boolean | "indeterminate" {
  const on = group.filter((slot) => open.has(slot)).length;
  return on === 0 ? false : on === group.length ? true : "indeterminate";
}

function cellOf(target: EventTarget): GridCell | undefined {
  return (target as HTMLElement).dataset.cell as GridCell | undefined;
}
