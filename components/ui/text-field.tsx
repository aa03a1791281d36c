"use client";

import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { Field, type FieldText, useDescription } from "./field";
import { useField } from "./form-context";

type Native = Pick<
  ComponentProps<"input">,
  | "type"
  | "autoComplete"
  | "inputMode"
  | "maxLength"
  | "min"
  | "max"
  | "onChange"
  | "list"
  | "spellCheck"
>;

/** One line of text. `width` hints at the length that is expected. */
export function TextField({
  name,
  label,
  hint,
  optional,
  width = "full",
  ...native
}: FieldText & Native & { width?: "full" | "short" }) {
  const { error, value } = useField(name);
  const description = useDescription(name, hint, error);
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={error}>
      <input
        id={name}
        name={name}
        key={String(value ?? "")}
        defaultValue={typeof value === "string" ? value : ""}
        aria-invalid={error ? true : undefined}
        aria-describedby={description}
        className={`${controlClass} ${width === "short" ? "max-w-40" : ""}`}
        {...native}
      />
    </Field>
  );
}
