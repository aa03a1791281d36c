"use client";

import type { ReactNode } from "react";
import { FieldGroup, type FieldText } from "./field";
import { useField } from "./form-context";
import type { Choice } from "./select-field";

export interface RadioChoice extends Choice {
  /** What comes of it. */
  hint?: ReactNode;
  /** Attributes of its control, for what finds it in the page. */
  data?: Readonly<Record<`data-${string}`, string>>;
}

/** One of a few choices, each with what comes of it. None is made for whoever answers. */
export function RadioList({ choices, ...text }: FieldText & { choices: readonly RadioChoice[] }) {
  const { error, value } = useField(text.name);
  return (
    <FieldGroup {...text} error={error}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={
            "flex min-h-11 cursor-pointer items-start gap-3 rounded px-2 py-2 " +
            "hover:bg-accent-soft"
          }
        >
          <input
            type="radio"
            name={text.name}
            value={choice.value}
            defaultChecked={value === choice.value}
            className="mt-0.5 size-6 shrink-0 accent-accent"
            {...choice.data}
          />
          <span className="min-w-0 wrap-anywhere">
            <span className="font-semibold">{choice.label}</span>
            {choice.hint ? <span className="block text-sm text-muted">{choice.hint}</span> : null}
          </span>
        </label>
      ))}
    </FieldGroup>
  );
}
