"use client";

import { useState } from "react";
import { controlClass } from "./control-class";
import { Field, type FieldText, useDescription } from "./field";
import { useField } from "./form-context";

/** Several lines, with how many characters are used of how many. */
export function TextAreaField({
  name,
  label,
  hint,
  optional,
  limit,
  rows = 6,
}: FieldText & { limit: number; rows?: number }) {
  const { error, value } = useField(name);
  const description = useDescription(name, hint, error);
  const text = typeof value === "string" ? value : "";
  const [length, setLength] = useState(text.length);
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={error}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={text}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${description ?? ""} ${name}-count`.trim()}
        className={controlClass}
        onChange={(event) => setLength(event.target.value.length)}
      />
      <p
        id={`${name}-count`}
        className={
          "mt-1 text-right text-sm " + (length > limit ? "font-semibold text-danger" : "text-muted")
        }
      >
        {length}/{limit}
        <span className="sr-only"> caractères</span>
      </p>
    </Field>
  );
}
