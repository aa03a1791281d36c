"use client";

import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckBox } from "@/components/ui/check-box";
import { controlClass } from "@/components/ui/control-class";
import type { Availability, Month } from "@/lib/offer/availability/availability";
import {
  copyMonth,
  difference,
  fillWeek,
  weekOfPreset,
  weekPresets,
} from "@/lib/offer/availability/availability-filling";
import { monthLabels, weekPresetLabels } from "@/lib/offer/availability/availability-words";
import type { Slots } from "./use-slots";

const chip = "!min-h-11 !rounded-full !border-control !px-3.5 !py-1.5 !text-sm";

/**
 * Whole weeks for all chosen months at once, and one month's week for others; the last of them can
 * be taken back.
 */
export function SlotPresets({ chosen, slots }: { chosen: readonly Month[]; slots: Slots }) {
  const [undo, setUndo] = useState<{ before: Availability; after: Availability } | null>(null);
  const first = useRef<HTMLButtonElement>(null);

  function apply(after: Availability) {
    const before = slots.current();
    if (difference(before, after).length === 0) return;
    slots.settle(after);
    setUndo({ before, after });
  }

  return (
    <div className="mb-3 space-y-2">
      <div
        role="group"
        aria-label="Remplir tous les mois choisis"
        className="flex flex-wrap items-center gap-2"
      >
        <span aria-hidden="true" className="text-sm text-muted max-sm:w-full">
          Remplir tous les mois choisis :
        </span>
        {weekPresets.map((preset, index) => (
          <Button
            key={preset}
            ref={index === 0 ? first : undefined}
            type="button"
            variant="secondary"
            className={chip}
            onClick={() => apply(fillWeek(slots.current(), chosen, weekOfPreset[preset]))}
          >
            {weekPresetLabels[preset]}
          </Button>
        ))}
        {/* Only as long as nothing else was changed: it takes back one step, not what was done
            since. */}
        {undo && difference(undo.after, slots.slots).length === 0 ? (
          <Button
            type="button"
            variant="quiet"
            className="!min-h-11 !px-3 !py-1.5 !text-sm"
            onClick={() => {
              slots.settle(undo.before);
              setUndo(null);
              first.current?.focus();
            }}
          >
            Annuler le remplissage
          </Button>
        ) : null}
      </div>
      {chosen.length > 1 ? (
        <CopyMonth
          chosen={chosen}
          onCopy={(from, to) => apply(copyMonth(slots.current(), from, to))}
        />
      ) : null}
    </div>
  );
}

/** Its controls have no name: they are no values of the form. */
function CopyMonth({
  chosen,
  onCopy,
}: {
  chosen: readonly Month[];
  onCopy: (from: Month, to: readonly Month[]) => void;
}) {
  const id = useId();
  const [wanted, setWanted] = useState<Month | null>(null);
  const [left, setLeft] = useState<readonly Month[]>([]);
  const [done, setDone] = useState("");
  const from = wanted && chosen.includes(wanted) ? wanted : chosen[0];
  if (!from) return null;
  const others = chosen.filter((month) => month !== from);
  const to = others.filter((month) => !left.includes(month));
  return (
    <details className="rounded border border-line bg-canvas px-4 py-1 text-sm">
      <summary className="min-h-11 py-2.5 font-semibold text-accent">Copier ce mois vers…</summary>
      <div className="pb-3">
        <label htmlFor={id} className="mb-1.5 block font-semibold">
          Mois à copier
        </label>
        <select
          id={id}
          value={from}
          onChange={(event) => setWanted(Number(event.target.value) as Month)}
          className={`${controlClass} max-w-xs`}
        >
          {chosen.map((month) => (
            <option key={month} value={month}>
              {monthLabels[month]}
            </option>
          ))}
        </select>
        <fieldset className="mt-3">
          <legend className="font-semibold">Vers</legend>
          <div className="flex flex-wrap gap-x-4">
            {others.map((month) => (
              <CheckBox
                key={month}
                label={`vers ${monthLabels[month].toLowerCase()}`}
                checked={to.includes(month)}
                onChange={({ target: { checked } }) =>
                  setLeft((before) =>
                    checked ? before.filter((other) => other !== month) : [...before, month],
                  )
                }
              />
            ))}
          </div>
        </fieldset>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button
            type="button"
            variant="secondary"
            onClick={() => {
              if (to.length > 0) onCopy(from, to);
              setDone(
                to.length > 0
                  ? `${monthLabels[from]} est copié.`
                  : "Choisissez au moins un mois d’arrivée.",
              );
            }}
          >
            Copier
          </Button>
          <span role="status">{done}</span>
        </div>
      </div>
    </details>
  );
}
