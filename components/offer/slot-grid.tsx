"use client";

import { useState, useSyncExternalStore } from "react";
import { useField } from "@/components/ui/action-form";
import { FieldGroup } from "@/components/ui/field";
import { TriStateCheckBox } from "@/components/ui/tri-state-check-box";
import {
  type Availability,
  days,
  type HalfDay,
  halfDays,
  isMonth,
  type Month,
  months,
  parseAvailability,
  periods,
  type Slot,
  slotOf,
  toggle,
} from "@/lib/offer/availability";
import { dayLabels, halfDayLabel, monthLabels } from "@/lib/offer/availability-words";
import { listOf } from "@/lib/offer/draft-reading";

const periodLabels = { am: "A.M", pm: "P.M" } as const;
const never = () => () => undefined;

/** True once the page runs its scripts: what only scripts can do is not shown before. */
function useScripts(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}

/**
 * Months as chips, then the week of each chosen month. All boxes are native and always there: the style sheet shows the
 * columns of the chosen months, so the form is the same without JavaScript.
 */
export function SlotGrid() {
  const monthsField = useField("months");
  const slotsField = useField("slots");
  const [chosen, setChosen] = useState<Month[]>(() => listOf(monthsField.value).map(Number).filter(isMonth));
  const [slots, setSlots] = useState<Availability>(() => parseAvailability(listOf(slotsField.value)));
  const scripts = useScripts();
  const flip = (group: readonly Slot[]) => setSlots((before) => toggle(before, group));

  return (
    <>
      <FieldGroup name="months" label="Mois" hint="Choisissez d’abord les mois où vous pouvez accueillir des étudiants." error={monthsField.error}>
        <div className="flex flex-wrap gap-2">
          {months.map((month) => (
            <label
              key={month}
              className="flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-control bg-surface px-4 font-semibold hover:bg-accent-soft has-checked:border-accent has-checked:bg-accent has-checked:text-white has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-strong"
            >
              <input
                type="checkbox"
                name="months"
                value={month}
                checked={chosen.includes(month)}
                onChange={(event) => setChosen(event.target.checked ? months.filter((other) => other === month || chosen.includes(other)) : chosen.filter((other) => other !== month))}
                className="size-4 accent-accent"
              />
              {monthLabels[month]}
            </label>
          ))}
        </div>
      </FieldGroup>
      <FieldGroup
        name="slots"
        label="Créneaux"
        hint="Cochez les demi-journées possibles. Astuce : la case d’un mois coche toute sa semaine, il ne reste qu’à retirer vos indisponibilités."
        error={slotsField.error}
      >
        <p data-needs-no-month className="rounded border border-dashed border-control p-4 text-muted">
          Les créneaux s’affichent dès qu’un mois est choisi.
        </p>
        <div data-needs-month role="region" aria-label="Créneaux de la semaine par mois" tabIndex={0} className="overflow-x-auto rounded border border-control bg-surface">
          <table className="w-full border-collapse text-sm">
            <thead>
              <tr className="border-b border-control">
                <th scope="col" colSpan={2} className="sticky left-0 bg-surface p-2 text-left">
                  Semaine
                </th>
                {months.map((month) => (
                  <th key={month} scope="col" data-month={month} className="min-w-20 p-2 text-center">
                    <span className="flex flex-col items-center gap-1.5">
                      {monthLabels[month]}
                      {scripts ? <GroupBox label={`Tous les créneaux de ${monthLabels[month].toLowerCase()}`} group={halfDays.map((halfDay) => slotOf(month, halfDay))} slots={slots} flip={flip} /> : null}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day) =>
                periods.map((period) => (
                  <GridRow key={`${day}-${period}`} halfDay={`${day}-${period}`} first={period === "am"} chosen={chosen} slots={slots} flip={flip} scripts={scripts} />
                )),
              )}
            </tbody>
          </table>
        </div>
      </FieldGroup>
    </>
  );
}

interface RowProps {
  halfDay: HalfDay;
  first: boolean;
  chosen: readonly Month[];
  slots: Availability;
  flip: (group: readonly Slot[]) => void;
  scripts: boolean;
}

function GridRow({ halfDay, first, chosen, slots, flip, scripts }: RowProps) {
  const [day, period] = halfDay.split("-") as [(typeof days)[number], (typeof periods)[number]];
  return (
    <tr className={first ? "border-t border-line" : ""}>
      {first ? (
        <th scope="rowgroup" rowSpan={2} className="sticky left-0 bg-surface p-2 text-left align-middle">
          {dayLabels[day]}
        </th>
      ) : null}
      <th scope="row" className="p-2 text-left font-normal">
        <span className="flex items-center gap-2">
          {scripts && chosen.length > 0 ? <GroupBox label={`${halfDayLabel(halfDay)}, tous les mois choisis`} group={chosen.map((month) => slotOf(month, halfDay))} slots={slots} flip={flip} /> : null}
          {periodLabels[period]}
        </span>
      </th>
      {months.map((month) => {
        const slot = slotOf(month, halfDay);
        return (
          <td key={month} data-month={month} className="p-0 text-center">
            <label className="flex min-h-10 cursor-pointer items-center justify-center hover:bg-accent-soft has-checked:bg-accent-soft">
              <input type="checkbox" name="slots" value={slot} checked={slots.includes(slot)} onChange={() => flip([slot])} className="size-6 accent-accent" />
              <span className="sr-only">
                {monthLabels[month]}, {halfDayLabel(halfDay).toLowerCase()}
              </span>
            </label>
          </td>
        );
      })}
    </tr>
  );
}

function GroupBox({ label, group, slots, flip }: { label: string; group: readonly Slot[]; slots: Availability; flip: (group: readonly Slot[]) => void }) {
  const on = group.filter((slot) => slots.includes(slot)).length;
  const state = on === 0 ? false : on === group.length ? true : "indeterminate";
  return <TriStateCheckBox label={label} state={state} onToggle={() => flip(group)} />;
}
