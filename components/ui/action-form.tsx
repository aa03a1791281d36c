"use client";

import { createContext, startTransition, useActionState, useContext, useMemo, useRef, useState, type ReactNode } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import type { ActionResult, FormValues } from "@/lib/platform/action-result";
import { readForm } from "@/lib/platform/read-form";
import { ErrorSummary } from "./error-summary";
import { Notice } from "./notice";
import { useKeptTyping } from "./use-kept-typing";

type Errors = Record<string, string[]>;

interface FormContext {
  errors: Errors;
  values: FormValues;
  pending: boolean;
}

const Context = createContext<FormContext>({ errors: {}, values: {}, pending: false });

export interface FieldState {
  error: string | undefined;
  /** What was typed, or what the page gave. */
  value: string | string[] | undefined;
}

/** What a field needs to know of its form. */
export function useField(name: string): FieldState {
  const { errors, values } = useContext(Context);
  return { error: errors[name]?.[0], value: values[name] };
}

export function useFormPending(): boolean {
  return useContext(Context).pending;
}

interface Props<T> {
  action: (previous: ActionResult<T> | null, formData: FormData) => Promise<ActionResult<T>>;
  /** The one the action parses with: same rules, same words, before anything is sent. */
  schema?: z.ZodType;
  /** What the fields start with. */
  values?: FormValues;
  /** Errors the page already knows of (a draft that was found incomplete). */
  errors?: Errors;
  /** Keeps what is typed in this browser tab under this name until it was sent, so that a reload loses nothing. */
  keepKey?: string;
  /** Shown above the fields after a success that stays on the page. */
  success?: string;
  className?: string;
  children: ReactNode;
}

/**
 * A form on a server action. Without JavaScript the browser posts it and the page comes back with its errors; with it,
 * the same schema speaks first, nothing typed is ever reset, and a second click waits for the first.
 */
export function ActionForm<T>({ action, schema, values = {}, errors: known = {}, keepKey, success, className, children }: Props<T>) {
  const [state, dispatch, pending] = useActionState(action, null);
  const element = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const kept = useKeptTyping(element, keepKey, state);
  const { handleSubmit, trigger, clearErrors, formState } = useForm<Record<string, unknown>>({
    // The form itself is the truth: what is validated is exactly what would be sent.
    resolver: () => {
      const parsed = schema?.safeParse(readForm(new FormData(element.current ?? undefined)));
      if (!parsed || parsed.success) return { values: {}, errors: {} };
      const found: Record<string, { type: string; message: string }> = {};
      for (const issue of parsed.error.issues) found[String(issue.path[0])] ??= { type: "invalid", message: issue.message };
      return { values: {}, errors: found };
    },
    shouldFocusError: false,
  });
  const failed = state && !state.ok ? state : null;
  const { errors: fromBrowser, isSubmitted } = formState;
  const errors = useMemo<Errors>(() => {
    const local = Object.entries(fromBrowser).map(([name, error]): [string, string[]] => [name, [String(error?.message ?? "")]]);
    if (local.length > 0) return Object.fromEntries(local);
    return failed?.fieldErrors ?? (isSubmitted ? {} : known);
  }, [fromBrowser, failed, isSubmitted, known]);

  function send(data: FormData) {
    kept.markSent();
    clearErrors();
    startTransition(() => {
      dispatch(data);
    });
  }

  return (
    <form
      ref={element}
      action={dispatch}
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (pending) return;
        const submitter = (event.nativeEvent as SubmitEvent).submitter;
        const data = new FormData(event.currentTarget, submitter);
        if (submitter instanceof HTMLButtonElement && submitter.formNoValidate) return send(data);
        void handleSubmit(
          () => send(data),
          () => setAttempts((count) => count + 1),
        )();
      }}
      onChange={() => {
        kept.keep();
        if (Object.keys(fromBrowser).length > 0) void trigger();
      }}
    >
      <Context value={{ errors, values: failed ? { ...values, ...failed.values } : values, pending }}>
        {failed?.code === "fault" ? (
          <Notice tone="danger" title="Une erreur est survenue de notre côté">
            {failed.message} Référence à nous donner : <strong>{failed.reference}</strong>.
          </Notice>
        ) : null}
        {failed && failed.code !== "fault" && Object.keys(errors).length === 0 ? <Notice tone="danger" title={failed.message} focus /> : null}
        {state?.ok && success ? <Notice tone="success" title={success} focus /> : null}
        <ErrorSummary errors={errors} attempt={`${attempts}-${failed ? JSON.stringify(failed.fieldErrors) : ""}`} />
        {children}
      </Context>
    </form>
  );
}
