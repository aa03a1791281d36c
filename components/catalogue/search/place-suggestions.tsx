"use client";

import type { RefObject } from "react";
import { lookedUp } from "@/components/reference/commune/lookups";
import { type Suggesting, type Suggestion, Suggestions } from "@/components/ui/suggestions";
import type { PlaceSuggestion } from "@/lib/reference/commune/suggest-places";

/** What is chosen is written as the server reads it without doubt. */
export const places: Suggesting<Suggestion> = {
  ask: async (typed) =>
    (await lookedUp<PlaceSuggestion>("/api/communes", typed)).map(
      ({ text, postcode, formerName }) => ({
        key: `${text} ${formerName}`,
        label: text,
        note: [postcode, formerName].filter(Boolean).join(", "),
      }),
    ),
  pick: ({ label }, control) => {
    control.value = label;
  },
};

/** Places for a control that is there already. */
export function PlaceSuggestions({ control }: { control: RefObject<HTMLInputElement | null> }) {
  return <Suggestions control={control} name="lieu" {...places} />;
}
