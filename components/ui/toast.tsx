"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { isRestoring } from "./restore-typing";
import { useScriptedClass } from "./use-scripts";

interface Props {
  title: string;
  /** What can be done about it now: «Annuler», say. */
  children?: ReactNode;
}

/**
 * What was just done, told after a redirect. It floats above the page and stays until it is closed,
 * something is typed or another page comes: nobody has to read fast. Without scripts it stands in
 * the page.
 */
export function Toast({ title, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState(false);
  const closes = useScriptedClass();
  useEffect(() => {
    // Focus has it read out, and puts what can be undone one Tab away.
    box.current?.focus({ preventScroll: true });
  }, [title]);
  useEffect(() => {
    // Whoever types again is done with it, and it must not cover the form.
    const leave = () => {
      if (!isRestoring()) setClosed(true);
    };
    document.addEventListener("input", leave);
    return () => document.removeEventListener("input", leave);
  }, []);
  if (closed) return null;
  return (
    <div
      ref={box}
      role="status"
      tabIndex={-1}
      className={
        "mb-6 flex items-start gap-x-4 rounded-lg border border-success bg-success-soft " +
        "p-4 text-success shadow-card scripted:fixed scripted:inset-x-4 " +
        "scripted:bottom-4 scripted:z-20 scripted:mx-auto scripted:mb-0 " +
        "scripted:max-w-text scripted:shadow-float scripted:lg:mx-0"
      }
    >
      <div className="flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        {/* What does not fit beside it goes below: words are not squeezed. */}
        <p className="min-w-[min(100%,16rem)] flex-1 font-semibold">{title}</p>
        {children}
      </div>
      <button
        type="button"
        onClick={() => setClosed(true)}
        aria-label="Fermer ce message"
        className={
          "inline-flex size-11 shrink-0 cursor-pointer items-center justify-center rounded " +
          `hover:bg-surface ${closes}`
        }
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 stroke-current stroke-2">
          <path d="M2 2l12 12M14 2L2 14" />
        </svg>
      </button>
    </div>
  );
}
