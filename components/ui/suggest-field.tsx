"use client";

import { Field, type FieldText, useDescription } from "./field";
import { useField } from "./form-context";
import { SuggestInput, type SuggestNative } from "./suggest-input";
import type { Suggesting, Suggestion } from "./suggestions";

/** One line of text of a form, with suggestions while one types. */
export function SuggestField<S extends Suggestion>({
  name,
  label,
  hint,
  optional,
  ...suggesting
}: FieldText & Suggesting<S> & SuggestNative) {
  const { error, value } = useField(name);
  const description = useDescription(name, hint, error);
  const given = typeof value === "string" ? value : "";
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={error}>
      <SuggestInput
        key={given}
        name={name}
        value={given}
        description={description}
        invalid={Boolean(error)}
        {...suggesting}
      />
    </Field>
  );
}
