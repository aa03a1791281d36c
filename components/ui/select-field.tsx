"use client";

import { controlClass } from "./control-class";
import { Field, type FieldText, useDescription } from "./field";
import { useField } from "./form-context";

export interface Choice {
  value: string;
  label: string;
}

/** One choice of a list that fits on a screen. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  choices,
  empty = "Choisir…",
  preselected = "",
}: FieldText & {
  choices: readonly Choice[];
  empty?: string;
  preselected?: string | undefined;
}) {
  const { error, value } = useField(name);
  const description = useDescription(name, hint, error);
  const given = typeof value === "string" ? value : "";
  const chosen = choices.some((choice) => choice.value === given) ? given : preselected;
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={error}>
      <select
        id={name}
        name={name}
        key={`${chosen}-${choices.map((choice) => choice.value).join()}`}
        defaultValue={chosen}
        aria-invalid={error ? true : undefined}
        aria-describedby={description}
        className={controlClass}
      >
        <option value="">{empty}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
