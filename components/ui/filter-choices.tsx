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
}: {
  name: string;
  legend: string;
  chosen: readonly string[];
  choices: readonly ChoiceBox[];
}) {
  return (
    <FilterGroup name={name} legend={legend} chosen={chosen.length}>
      <ChoiceBoxes name={name} label={legend} chosen={chosen} choices={choices} isLong />
    </FilterGroup>
  );
}

/** Of the folded parts of a filter, before their name. */
export const groupId = "groupe-";

/** A part of a filter that folds away, and says how much of it is in use. */
export function FilterGroup({
  name,
  legend,
  chosen,
  open = false,
  children,
}: {
  name: string;
  legend: string;
  chosen: number;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <Fold
      id={`${groupId}${name}`}
      open={open || chosen > 0}
      className="border-t border-line"
      label={
        <>
          {legend}
          {chosen > 0 ? (
            <span className="rounded-full bg-accent px-2 text-sm text-surface">
              {chosen}
              <span className="sr-only"> {agree(chosen, "choix fait", "choix faits")}</span>
            </span>
          ) : null}
        </>
      }
    >
      <div className="pb-3">{children}</div>
    </Fold>
  );
}
