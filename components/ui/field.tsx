"use client";

import type { ReactNode } from "react";
import { useRemark } from "./form-context";

export interface FieldText {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean | undefined;
}

/**
 * Ids of what describes a control, for `aria-describedby`; undefined when there is nothing to say.
 */
export function useDescription(
  name: string,
  hint: ReactNode,
  error: string | undefined,
): string | undefined {
  const remark = useRemark(name);
  return (
    [hint ? `${name}-hint` : "", remark ? `${name}-remark` : "", error ? `${name}-error` : ""]
      .filter(Boolean)
      .join(" ") || undefined
  );
}

/**
 * Label, hint, error and control, in that order: the error is read before the field it is about.
 */
export function Field({
  name,
  label,
  hint,
  optional,
  error,
  children,
  className = "",
}: FieldText & { error: string | undefined; children: ReactNode; className?: string }) {
  return (
    <div className={`mb-6 ${className}`}>
      <label htmlFor={name} className="mb-1.5 block font-semibold">
        {label}
        {optional ? <span className="font-normal text-muted"> (facultatif)</span> : null}
      </label>
      <FieldNotes name={name} hint={hint} error={error} />
      {children}
    </div>
  );
}

/**
 * The same for a group of controls. The group itself takes the focus when its error is followed.
 */
export function FieldGroup({
  name,
  label,
  hint,
  optional,
  error,
  children,
  className = "",
}: FieldText & { error: string | undefined; children: ReactNode; className?: string }) {
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      aria-describedby={useDescription(name, hint, error)}
      className={`mb-6 min-w-0 ${className}`}
    >
      <legend className="mb-1.5 font-semibold">
        {label}
        {optional ? <span className="font-normal text-muted"> (facultatif)</span> : null}
      </legend>
      <FieldNotes name={name} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

function FieldNotes({
  name,
  hint,
  error,
}: {
  name: string;
  hint: ReactNode;
  error: string | undefined;
}) {
  return (
    <>
      {hint ? (
        <div id={`${name}-hint`} className="mb-2 text-sm text-muted">
          {hint}
        </div>
      ) : null}
      <Remark name={name} />
      {error ? (
        <p id={`${name}-error`} className="mb-2 font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </>
  );
}

/** What someone else wrote about this field. */
export function Remark({ name }: { name: string }) {
  const remark = useRemark(name);
  if (!remark) return null;
  return (
    <p
      id={`${name}-remark`}
      className="mb-2 whitespace-pre-line rounded border-l-4 border-warning bg-warning-soft p-3"
    >
      <span className="font-semibold">L’agence demande : </span>
      {remark}
    </p>
  );
}
