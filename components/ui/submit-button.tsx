"use client";

import type { ComponentProps } from "react";
import { buttonClass, type ButtonVariant } from "./button";
import { useFormPending } from "./form-context";
import { Spinner } from "./spinner";

/** Sends its ActionForm and says so while it is on its way. */
export function SubmitButton({
  variant = "primary",
  className = "",
  children,
  ...native
}: ComponentProps<"button"> & { variant?: ButtonVariant | undefined }) {
  const pending = useFormPending();
  return (
    <button
      type="submit"
      aria-disabled={pending || undefined}
      className={buttonClass(variant, className)}
      {...native}
    >
      {children}
      {pending ? (
        <>
          <Spinner />
          <span className="sr-only"> (en cours)</span>
        </>
      ) : null}
    </button>
  );
}
