"use client";

import { type ReactNode, useEffect, useRef } from "react";

export type Tone = "info" | "success" | "warning" | "danger";

const tones: Record<Tone, string> = {
  info: "border-info bg-info-soft text-info",
  success: "border-success bg-success-soft text-success",
  warning: "border-warning bg-warning-soft text-warning",
  danger: "border-danger bg-danger-soft text-danger",
};

interface Props {
  tone: Tone;
  title: string;
  /** Takes the focus when it appears: for the answer to what was just done. */
  focus?: boolean;
  children?: ReactNode;
}

/** A message that stays: the outcome of an action, or a state the page is in. */
export function Notice({ tone, title, focus = false, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus, title]);
  return (
    // The attribute moves the focus without scripts, the effect with them.
    <div
      ref={box}
      tabIndex={focus ? -1 : undefined}
      autoFocus={focus}
      role={tone === "danger" ? "alert" : "status"}
      className={`mb-6 rounded-lg border-l-4 p-4 print:mb-3 print:py-0 ${tones[tone]}`}
    >
      <p className="font-semibold">{title}</p>
      {children ? <div className="mt-1 text-ink">{children}</div> : null}
    </div>
  );
}
