import type { ReactNode } from "react";
import { Fold } from "./fold";

export interface FilterChoice {
  value: string;
  label: string;
  /** Behind the label, such as a number of results. */
  note?: ReactNode;
}

/** Several choices of a plain GET form, open when one of them is made. */
export function FilterChoices({ name, legend, chosen, choices, open = false }: { name: string; legend: string; chosen: readonly string[]; choices: readonly FilterChoice[]; open?: boolean }) {
  return (
    <FilterGroup legend={legend} chosen={chosen.length} open={open}>
      <ul className="max-h-80 overflow-y-auto" tabIndex={0} aria-label={legend}>
        {choices.map(({ value, label, note }) => (
          <li key={value}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded px-1 hover:bg-accent-soft">
              <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} className="size-5 shrink-0 accent-accent" />
              <span className="min-w-0 flex-1">{label}</span>
              {note}
            </label>
          </li>
        ))}
      </ul>
    </FilterGroup>
  );
}

/** A part of a filter that folds away, and says how much of it is in use. */
export function FilterGroup({ legend, chosen, open, children }: { legend: string; chosen: number; open: boolean; children: ReactNode }) {
  return (
    <fieldset className="border-t border-line">
      <legend className="sr-only">{legend}</legend>
      <Fold open={open || chosen > 0}>
        <summary className="flex min-h-12 cursor-pointer items-center gap-2 font-semibold marker:content-none [&::-webkit-details-marker]:hidden">
          <span className="flex-1">{legend}</span>
          {chosen > 0 ? (
            <span className="rounded-full bg-accent px-2 text-sm text-white">
              {chosen}
              <span className="sr-only"> {chosen > 1 ? "choix faits" : "choix fait"}</span>
            </span>
          ) : null}
          <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5 text-muted">
            <path d="m5 8 5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
        </summary>
        <div className="pb-3">{children}</div>
      </Fold>
    </fieldset>
  );
}
