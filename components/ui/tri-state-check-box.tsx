"use client";

import * as Checkbox from "@radix-ui/react-checkbox";

/** All, some or none of a group: switches the whole group. An addition to native boxes, for those who have JavaScript. */
export function TriStateCheckBox({ label, state, onToggle }: { label: string; state: boolean | "indeterminate"; onToggle: () => void }) {
  return (
    <Checkbox.Root
      checked={state}
      onCheckedChange={onToggle}
      aria-label={label}
      className="flex size-6 shrink-0 items-center justify-center rounded border-2 border-accent bg-surface text-sm font-bold text-white data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent"
    >
      <Checkbox.Indicator>{state === "indeterminate" ? "–" : "✓"}</Checkbox.Indicator>
    </Checkbox.Root>
  );
}
