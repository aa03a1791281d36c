"use client";

import { useSearchParams } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { unfoldedParameter } from "./unfolded";

const labelClass =
  "flex min-h-11 cursor-pointer items-center gap-2 font-semibold wrap-anywhere " +
  "marker:content-none [&::-webkit-details-marker]:hidden after:mr-1 after:ml-auto " +
  "after:size-2 after:shrink-0 after:rotate-45 after:border-r-2 after:border-b-2 " +
  "after:border-muted [details[open]>&]:after:-rotate-135";

/**
 * A part that folds away. What was once open stays so: a page that changes around it does not close
 * it under a finger. What was never open is not drawn: a page of filters has hundreds of elements
 * behind its folds. Until then it is a button of a plain GET form, which asks the server for the
 * page with this part open: scripts that never arrive leave nothing empty behind it.
 * @param form id of that form, where the part stands outside of it
 */
export function Fold({
  id,
  open,
  form,
  className = "",
  label,
  children,
}: {
  id: string;
  open: boolean;
  form?: string;
  className?: string;
  label: ReactNode;
  children: ReactNode;
}) {
  const isAsked = useSearchParams().get(unfoldedParameter) === id;
  const [opened, setOpened] = useState(open || isAsked);
  const isPressed = useRef(false);
  if ((open || isAsked) && !opened) setOpened(true);
  if (!opened)
    return (
      <button
        id={id}
        form={form}
        name={unfoldedParameter}
        value={id}
        formAction={`#${id}`}
        aria-expanded="false"
        // Nothing of it is on paper.
        className={`w-full text-left print:hidden ${className} ${labelClass}`}
        onClick={(event) => {
          event.preventDefault();
          isPressed.current = true;
          setOpened(true);
        }}
      >
        {label}
      </button>
    );
  // The button that had the focus is gone.
  const takeFocus = (summary: HTMLElement | null) => {
    if (!summary || !isPressed.current) return;
    isPressed.current = false;
    summary.focus();
  };
  return (
    <details id={id} open className={`print:not-open:hidden ${className}`}>
      <summary ref={takeFocus} className={labelClass}>
        {label}
      </summary>
      {children}
    </details>
  );
}
