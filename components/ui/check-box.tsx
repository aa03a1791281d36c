"use client";

import type { ComponentProps, ReactNode } from "react";

/** A native box with a large target. Give it a `name` and a `value`. */
export function CheckBox({
  label,
  hint,
  className = "",
  ...native
}: ComponentProps<"input"> & { label: ReactNode; hint?: ReactNode }) {
  return (
    <label
      className={
        "flex min-h-11 cursor-pointer items-start gap-3 rounded px-2 py-2 " +
        "hover:bg-accent-soft has-disabled:cursor-not-allowed has-disabled:bg-transparent " +
        `has-disabled:text-muted ${className}`
      }
    >
      <input type="checkbox" className="mt-0.5 size-6 shrink-0 accent-accent" {...native} />
      <span className="min-w-0 wrap-anywhere">
        {label}
        {hint ? <span className="block text-sm text-muted">{hint}</span> : null}
      </span>
    </label>
  );
}
