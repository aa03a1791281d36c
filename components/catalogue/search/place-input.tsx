"use client";

import { errorId } from "@/components/ui/filter-fields";
import { SuggestInput } from "@/components/ui/suggest-input";
import { useApplyFilters } from "./filter-form";
import { places } from "./place-suggestions";

/**
 * Where a search looks. What is chosen is applied as the choice of a box is.
 * @param invalid whether a `FilterError` says why what was typed is no place
 */
export function PlaceInput({ value, invalid }: { value: string; invalid: boolean }) {
  const apply = useApplyFilters();
  return (
    <SuggestInput
      name="lieu"
      value={value}
      invalid={invalid}
      description={invalid ? errorId("lieu") : undefined}
      autoComplete="off"
      enterKeyHint="search"
      ask={places.ask}
      pick={(chosen, control) => {
        places.pick(chosen, control);
        apply();
      }}
    />
  );
}
