"use client";

import { useRef } from "react";
import { controlClass } from "./control-class";
import { Field, type FieldText, useDescription } from "./field";
import { useField } from "./form-context";
import { useScriptedClass } from "./use-scripts";

/** A small whole number, typed or counted up and down. */
export function NumberStepper({
  name,
  label,
  hint,
  unit,
  min = 0,
  max = 999,
}: FieldText & { unit: string; min?: number; max?: number | undefined }) {
  const { error, value } = useField(name);
  const description = useDescription(name, hint, error);
  const input = useRef<HTMLInputElement>(null);
  const step = (by: number) => {
    if (!input.current) return;
    input.current.value = String(
      Math.min(max, Math.max(min, (Number.parseInt(input.current.value, 10) || 0) + by)),
    );
    input.current.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const button =
    "min-h-12 min-w-12 rounded border border-control bg-surface text-xl font-bold " +
    `text-accent hover:bg-accent-soft ${useScriptedClass()}`;
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <div className="flex items-center gap-2">
        <button type="button" onClick={() => step(-1)} className={button}>
          <span aria-hidden="true">−</span>
          <span className="sr-only">Une de moins</span>
        </button>
        <input
          ref={input}
          id={name}
          name={name}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typeof value === "string" && value !== "" ? value : "0"}
          aria-invalid={error ? true : undefined}
          aria-describedby={description}
          className={`${controlClass} max-w-24 text-center`}
        />
        <button type="button" onClick={() => step(1)} className={button}>
          <span aria-hidden="true">+</span>
          <span className="sr-only">Une de plus</span>
        </button>
        <span aria-hidden="true">{unit}</span>
      </div>
    </Field>
  );
}
