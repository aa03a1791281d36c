"use client";

import * as Checkbox from "@radix-ui/react-checkbox";
import { useEffect, useRef } from "react";

interface Props {
  label: string;
  state: boolean | "indeterminate";
  onToggle: () => void;
  /** For a box that is one cell of a grid. */
  cell?: string;
  tabIndex?: number | undefined;
}

/**
 * All, some or none of a group: switches the whole group. An addition to native boxes, for those
 * who have JavaScript.
 */
export function TriStateCheckBox({ label, state, onToggle, cell, tabIndex }: Props) {
  const frame = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const element = frame.current;
    // Radix tells the form of each change by a click on a hidden box. This box is no value of the
    // form: its group is.
    const silence = (event: Event) => {
      if (event.target instanceof HTMLInputElement) event.stopPropagation();
    };
    element?.addEventListener("click", silence);
    return () => element?.removeEventListener("click", silence);
  }, []);

  return (
    <span ref={frame} className="relative inline-flex">
      <Checkbox.Root
        checked={state}
        onCheckedChange={onToggle}
        aria-label={label}
        data-cell={cell}
        tabIndex={tabIndex}
        className={
          "flex size-6 shrink-0 items-center justify-center rounded border-2 " +
          "border-accent bg-surface text-sm font-bold text-surface " +
          "data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent"
        }
      >
        <Checkbox.Indicator>{state === "indeterminate" ? "–" : "✓"}</Checkbox.Indicator>
      </Checkbox.Root>
    </span>
  );
}
