"use client";

import { type ComponentProps, useRef } from "react";
import { controlClass } from "./control-class";
import { type Suggesting, type Suggestion, Suggestions } from "./suggestions";

export type SuggestNative = Pick<
  ComponentProps<"input">,
  "autoComplete" | "enterKeyHint" | "spellCheck"
>;

/**
 * One line of text with suggestions while one types, for a label that stands beside it. They only
 * help: whatever is typed is sent, and without scripts it is a control like any other.
 */
export function SuggestInput<S extends Suggestion>({
  name,
  value,
  description,
  invalid,
  ask,
  pick,
  ...native
}: Suggesting<S> &
  SuggestNative & {
    name: string;
    value: string;
    /** Ids of what describes it. */
    description: string | undefined;
    invalid: boolean;
  }) {
  const own = useRef<HTMLInputElement>(null);
  return (
    <div className="relative">
      <input
        ref={own}
        id={name}
        name={name}
        defaultValue={value}
        aria-invalid={invalid || undefined}
        aria-describedby={description}
        className={controlClass}
        {...native}
      />
      <Suggestions control={own} name={name} ask={ask} pick={pick} />
    </div>
  );
}
