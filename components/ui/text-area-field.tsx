"use client";

import { useState } from "react";
import { controlClass } from "./control-class";
import { Field, type FieldText, useDescription } from "./field";
import { useField } from "./form-context";
import { typedEarly } from "./restore-typing";
import { useScripts } from "./use-scripts";

/** Several lines, with how many characters are used of how many where all of them are limited. */
export function TextAreaField({
  name,
  label,
  hint,
  optional,
  limit,
  rows = 6,
}: FieldText & { limit?: number; rows?: number }) {
  const { error, value } = useField(name);
  const description = useDescription(name, hint, error);
  const [early] = useState(() => typedEarly(name));
  const given = typeof value === "string" ? value : "";
  const text = early ?? given;
  const scripts = useScripts();
  const [typed, setTyped] = useState<number>();
  // At first as the server counted, or React would make the whole page anew.
  const length = typed ?? (scripts ? text : given).length;
  return (
    <Field name={name} label={label} hint={hint} optional={optional} error={error}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={text}
        suppressHydrationWarning
        aria-invalid={error ? true : undefined}
        aria-describedby={
          limit === undefined ? description : `${description ?? ""} ${name}-count`.trim()
        }
        className={controlClass}
        onChange={(event) => setTyped(event.target.value.length)}
      />
      {limit === undefined ? null : (
        <p
          id={`${name}-count`}
          className={
            "mt-1 text-right text-sm " +
            (length > limit ? "font-semibold text-danger" : "text-muted")
          }
        >
          {length}/{limit}
          <span className="sr-only"> caractères</span>
        </p>
      )}
    </Field>
  );
}
