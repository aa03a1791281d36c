"use client";

import { lookedUp } from "@/components/reference/commune/lookups";
import { errorId } from "@/components/ui/filter-fields";
import { SuggestInput } from "@/components/ui/suggest-input";
import type { PlaceSuggestion } from "@/lib/reference/commune/suggest-places";
import { useApplyFilters } from "./filter-form";

/**
 * Where a search looks. What is chosen is written as the server reads it without doubt, and applied
 * as the choice of a box is.
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
      ask={async (typed) =>
        (await lookedUp<PlaceSuggestion>("/api/communes", typed)).map(
          ({ text, postcode, formerName }) => ({
            key: `${text} ${formerName}`,
            label: text,
            note: [postcode, formerName].filter(Boolean).join(", "),
          }),
        )
      }
      pick={({ label }, control) => {
        control.value = label;
        apply();
      }}
    />
  );
}
