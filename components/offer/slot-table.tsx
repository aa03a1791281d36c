"use client";

import { type FocusEvent, type KeyboardEvent, memo, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { TriStateCheckBox } from "@/components/ui/tri-state-check-box";
import { type Day, days, type HalfDay, halfDays, type Month, months, periods, type Slot, slotOf } from "@/lib/offer/availability";
import { slotsIn } from "@/lib/offer/availability-filling";
import { dayLabels, halfDayLabel, monthLabels } from "@/lib/offer/availability-words";
import { cellAt, type GridCell, moveInGrid, placeOf } from "./grid-moves";
import { usePainting } from "./use-painting";
import type { Slots } from "./use-slots";

const periodLabels = { am: "A.M", pm: "P.M" } as const;

/**
 * The week of each chosen month. With scripts it is a grid after the W3C's pattern (one tab stop, arrows within) whose
 * headers switch a month, a day or a half-day; without, a table of boxes.
 */
export function SlotTable({ chosen, slots, scripts }: { chosen: readonly Month[]; slots: Slots; scripts: boolean }) {
  const table = useRef<HTMLTableElement>(null);
  const [last, setLast] = useState<GridCell>("week");
  const painting = usePainting(table, chosen, slots);
  const open = useMemo(() => new Set<Slot>(slots.slots), [slots.slots]);
  // The cell that was left may have gone with its month.
  const active = cellAt(placeOf(last, chosen), chosen);
  const tabIndex = (cell: GridCell) => (scripts ? (cell === active ? 0 : -1) : undefined);
  const { putOne, toggleGroup } = slots;
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

  const group = (cell: GridCell, label: string, week: readonly HalfDay[], of: readonly Month[], text: ReactNode) => (
    <GroupLabel text={text} scripts={scripts} className={cell.startsWith("month:") ? "flex-col justify-center" : ""}>
      <TriStateCheckBox label={label} cell={cell} tabIndex={tabIndex(cell)} state={stateOf(slotsIn(of, week), open)} onToggle={() => toggleGroup(slotsIn(of, week))} />
    </GroupLabel>
  );

  return (
    <div className="relative overflow-x-auto rounded-lg border border-control bg-surface [scroll-padding-inline-start:10rem] sm:[scroll-padding-inline-start:14rem]">
      <table
        ref={table}
        role={scripts ? "grid" : undefined}
        aria-label="Créneaux de la semaine, par mois"
        onKeyDown={scripts ? onKeyDown : undefined}
        onFocus={scripts ? onFocus : undefined}
        {...(scripts ? painting : {})}
        className="w-full select-none border-separate border-spacing-0 text-sm [-webkit-touch-callout:none]"
      >
        <thead>
          <tr>
            <th scope="col" colSpan={2} className="sticky left-0 z-10 border-b border-control bg-surface px-2 text-left">
              {group("week", "Toute la semaine, tous les mois choisis", halfDays, chosen, "Semaine")}
            </th>
            {months.map((month) => (
              <th key={month} scope="col" data-month={month} className="min-w-18 border-b border-l border-control border-l-line px-1 text-center sm:min-w-20">
                {group(`month:${month}`, `Tous les créneaux de ${monthLabels[month].toLowerCase()}`, halfDays, [month], monthLabels[month])}
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
                    <th scope="rowgroup" rowSpan={2} className={`sticky left-0 z-10 w-22 min-w-22 bg-inherit px-2 text-left align-middle sm:w-36 sm:min-w-36 ${line}`}>
                      {group(`day:${day}`, `${dayLabels[day]} toute la journée, tous les mois choisis`, halfDaysOfDay(day), chosen, <DayName day={day} />)}
                    </th>
                  ) : null}
                  <th scope="row" className={`sticky left-22 z-10 w-18 min-w-18 bg-inherit pr-2 text-left font-normal sm:left-36 sm:w-20 sm:min-w-20 ${line}`}>
                    {group(`half:${halfDay}`, `${halfDayLabel(halfDay)}, tous les mois choisis (${periodLabels[period]})`, [halfDay], chosen, periodLabels[period])}
                  </th>
                  {months.map((month) => {
                    const slot = slotOf(month, halfDay);
                    return (
                      <td key={month} data-month={month} className={`border-l border-l-line p-0 text-center ${line}`}>
                        <SlotBox slot={slot} month={month} halfDay={halfDay} checked={open.has(slot)} tabIndex={tabIndex(slot)} onChoose={choose} />
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

/** One cell. Remembered, so that a stroke over the grid renders the cells it changes and no other. */
const SlotBox = memo(function SlotBox({ slot, month, halfDay, checked, tabIndex, onChoose }: BoxProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center justify-center hover:bg-accent-soft has-checked:bg-accent-soft">
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

/**
 * A header that is a target as a whole, once scripts answer; its room is kept from the start. The box itself is never
 * in the page the server sends: Radix styles a hidden input in its attribute, which the content security policy refuses.
 */
function GroupLabel({ text, scripts, className, children }: { text: ReactNode; scripts: boolean; className: string; children: ReactNode }) {
  return (
    <label className={`flex min-h-11 items-center gap-x-1.5 gap-y-1 py-1.5 sm:gap-x-2 ${scripts ? "cursor-pointer" : ""} ${className}`}>
      <span className="hidden size-6 shrink-0 scripted:inline-flex">{scripts ? children : null}</span>
      {text}
    </label>
  );
}

/** Three letters where the screen is narrow, so that more months fit. */
function DayName({ day }: { day: Day }) {
  return (
    <>
      <span className="max-sm:sr-only">{dayLabels[day]}</span>
      <span aria-hidden="true" className="sm:hidden">
        {dayLabels[day].slice(0, 3)}.
      </span>
    </>
  );
}

function halfDaysOfDay(day: Day): HalfDay[] {
  return periods.map((period) => `${day}-${period}` as const);
}

function stateOf(group: readonly Slot[], open: ReadonlySet<Slot>): boolean | "indeterminate" {
  const on = group.filter((slot) => open.has(slot)).length;
  return on === 0 ? false : on === group.length ? true : "indeterminate";
}

function cellOf(target: EventTarget): GridCell | undefined {
  return (target as HTMLElement).dataset.cell as GridCell | undefined;
}
