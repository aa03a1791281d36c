"use client";

import { createContext, useContext } from "react";
import type { FormValues } from "@/lib/platform/form/action-result";
import type { SaveState } from "./autosave-engine";

export type Errors = Record<string, string[]>;

/** What a form tells its fields. */
interface FormState {
  errors: Errors;
  values: FormValues;
  /** What someone else wrote about single fields, by name. */
  remarks: Readonly<Record<string, string>>;
  /** The form is on its way. */
  pending: boolean;
}

export const FormContext = createContext<FormState>({
  errors: {},
  values: {},
  remarks: {},
  pending: false,
});
// Apart: it changes while one types, and no field cares.
export const SavingContext = createContext<SaveState>({ kind: "idle" });

export interface FieldState {
  error: string | undefined;
  /** What was typed, or what the page gave. */
  value: string | string[] | undefined;
}

/** What a field needs to know of its form. */
export function useField(name: string): FieldState {
  const { errors, values } = useContext(FormContext);
  return { error: errors[name]?.[0], value: values[name] };
}

/** What a part of a form that holds several fields needs to know of them. */
export function useFields(): { errors: Errors; values: FormValues } {
  const { errors, values } = useContext(FormContext);
  return { errors, values };
}

/** What someone else wrote about a field; undefined when nobody did. */
export function useRemark(name: string): string | undefined {
  return useContext(FormContext).remarks[name];
}

export function useFormPending(): boolean {
  return useContext(FormContext).pending;
}

export function useAutosaveState(): SaveState {
  return useContext(SavingContext);
}
