"use client";

import { useCallback, useRef, useState } from "react";
import { FieldGroup } from "@/components/ui/field";
import { useField } from "@/components/ui/form-context";
import { useScripts } from "@/components/ui/use-scripts";
import {
  isMonth,
  type Month,
  months,
  parseAvailability,
  type Slot,
} from "@/lib/offer/availability/availability";
import { monthLabels } from "@/lib/offer/availability/availability-words";
import { listOf } from "@/lib/offer/content/draft-reading";
import { SlotPresets } from "./slot-presets";
import { SlotSummary } from "./slot-summary";
import { SlotTable } from "./slot-table";
import { useSlots } from "./use-slots";

/**
 * Months as chips, then the week of each chosen month. All boxes are native and always there: the
 * style sheet shows the columns of the chosen months, so the form is the same without JavaScript.
 */
export function SlotGrid() {
  const monthsField = useField("months");
  const slotsField = useField("slots");
  const [chosen, setChosen] = useState<readonly Month[]>(() =>
    sorted(listOf(monthsField.value).map(Number).filter(isMonth)),
  );
  const frame = useRef<HTMLDivElement>(null);
  const findBox = useCallback(
    (slot: Slot) =>
      frame.current?.querySelector<HTMLInputElement>(`input[name="slots"][value="${slot}"]`) ??
      null,
    [],
  );
  const slots = useSlots(() => parseAvailability(listOf(slotsField.value)), findBox);
  const scripts = useScripts();

  return (
    <>
      <FieldGroup
        name="months"
        label="Mois"
        hint={
          "Choisissez d’abord les mois où vous pouvez accueillir des étudiants : " +
          "établissements et étudiants se décident d’après eux."
        }
        error={monthsField.error}
      >
        <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
          {months.map((month) => (
            <label
              key={month}
              className={
                "flex min-h-11 cursor-pointer items-center gap-2 rounded-full border " +
                "border-control bg-surface px-3 font-semibold hover:bg-accent-soft " +
                "has-checked:border-accent has-checked:bg-accent has-checked:text-surface " +
                "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 " +
                "has-focus-visible:outline-accent-strong sm:px-4"
              }
            >
              <input
                type="checkbox"
                name="months"
                value={month}
                checked={chosen.includes(month)}
                onChange={({ target: { checked } }) =>
                  setChosen((before) =>
                    sorted(before.filter((other) => other !== month).concat(checked ? month : [])),
                  )
                }
                className="size-4 shrink-0 accent-accent"
              />
              {monthLabels[month]}
            </label>
          ))}
        </div>
      </FieldGroup>
      <FieldGroup
        name="slots"
        label="Créneaux"
        hint={
          "Cochez les demi-journées possibles. Astuce : la case d’un mois coche toute sa " +
          "semaine, il ne reste qu’à retirer vos indisponibilités."
        }
        error={slotsField.error}
      >
        <p
          data-needs-no-month
          data-any={chosen.length > 0}
          className="rounded border border-dashed border-control p-4 text-muted"
        >
          Les créneaux s’affichent dès qu’un mois est choisi.
        </p>
        <div data-needs-month data-any={chosen.length > 0} ref={frame}>
          <div className={`hidden scripted:block ${scripts ? "" : "invisible"}`}>
            <SlotPresets chosen={chosen} slots={slots} />
          </div>
          <SlotTable chosen={chosen} slots={slots} scripts={scripts} />
          {scripts ? <SlotSummary chosen={chosen} availability={slots.slots} /> : null}
        </div>
      </FieldGroup>
    </>
  );
}

function sorted(chosen: readonly Month[]): readonly Month[] {
  return months.filter((month) => chosen.includes(month));
}
