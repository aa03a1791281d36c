import type { ReactNode } from "react";
import { agree } from "@/lib/platform/values/french";
import { type ChoiceBox, ChoiceBoxes } from "./choice-boxes";
import { Fold } from "./fold";

/** Several choices of a plain GET form, open when one of them is made. */
export function FilterChoices({
  name,
  legend,
  chosen,
  choices,
  open = false,
}: {
  name: string;
  legend: string;
  chosen: readonly string[];
  choices: readonly ChoiceBox[];
  open?: boolean;
}) {
  return (
    <FilterGroup legend={legend} chosen={chosen.length} open={open}>
      <ChoiceBoxes
        name={name}
        label={legend}
        chosen={chosen}
        choices={choices}
        className="max-h-80 overflow-y-auto"
      />
    </FilterGroup>
  );
}

/** A part of a filter that folds away, and says how much of it is in use. */
export function FilterGroup({
  legend,
  chosen,
  open,
  children,
}: {
  legend: string;
  chosen: number;
  open: boolean;
  children: ReactNode;
}) {
  return (
    <fieldset className="min-w-0 border-t border-line">
      <legend className="sr-only">{legend}</legend>
      <Fold open={open || chosen > 0}>
        <summary
          className={
            "flex min-h-12 cursor-pointer items-center gap-2 font-semibold " +
            "marker:content-none [&::-webkit-details-marker]:hidden"
          }
        >
          <span className="min-w-0 flex-1 wrap-anywhere">{legend}</span>
          {chosen > 0 ? (
            <span className="rounded-full bg-accent px-2 text-sm text-surface">
              {chosen}
              <span className="sr-only"> {agree(chosen, "choix fait", "choix faits")}</span>
            </span>
          ) : null}
          <svg
            aria-hidden="true"
            viewBox="0 0 20 20"
            className="size-5 shrink-0 text-muted [details[open]_&]:rotate-180"
          >
            <path d="m5 8 5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
        </summary>
        <div className="pb-3">{children}</div>
      </Fold>
    </fieldset>
  );
}
