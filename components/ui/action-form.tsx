"use client";

import { type ReactNode, useActionState, useEffect, useId, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import "@/lib/platform/values/default-messages";
import type { z } from "zod";
import {
  type Conflict,
  formField,
  type FormValues,
  onceField,
} from "@/lib/platform/form/action-result";
import { basesIn } from "@/lib/platform/form/base";
import { readForm } from "@/lib/platform/form/read-form";
import { useGivenBack } from "./answered-page";
import type { AutosaveSettings } from "./autosave-engine";
import { ConflictNotice } from "./conflict-notice";
import { ErrorSummary } from "./error-summary";
import { type Errors, FormContext, SavingContext, useField } from "./form-context";
import { Notice } from "./notice";
import { SendProblemNotice } from "./send-problem-notice";
import { SignedOutNotice } from "./signed-out-notice";
import { UnsavedTypingNotice } from "./unsaved-typing-notice";
import { useAutosave } from "./use-autosave";
import { type FormAction, useSending } from "./use-sending";
import { useTabTyping } from "./use-tab-typing";

const none = {};

interface Props<T> {
  action: FormAction<T>;
  /** The one the action parses with: same rules, same words, before anything is sent. */
  schema?: z.ZodType;
  /**
   * What the fields start with. `base` names the state they were made from, where somebody else may
   * save another one meanwhile.
   */
  values?: FormValues | undefined;
  /** Errors the page already knows of (a draft that was found incomplete). */
  errors?: Errors | undefined;
  /** What someone else wrote about single fields, by name: shown at each of them. */
  remarks?: Readonly<Record<string, string>> | undefined;
  /**
   * Names what is kept of the typing, where page, fields and hidden fields do not: they hold an id
   * of this visit.
   */
  keepKey?: string;
  /**
   * Saves what is typed to the server by itself. Such a form has a hidden field for its id and one
   * named `base`.
   */
  autosave?: AutosaveSettings;
  /** A conflict the page already knows of (a page sent without scripts). */
  conflict?: Conflict | null;
  /**
   * Where the choice between two versions is sent without scripts, when it is not to the action.
   */
  conflictTarget?: string;
  /** Shown above the fields after a success that stays on the page. */
  success?: string;
  className?: string;
  children: ReactNode;
}

/**
 * A form on a server action. Without JavaScript the browser posts it and the page comes back with
 * its errors; with it, the same schema speaks first, nothing typed is ever reset, a second click
 * waits for the first, and a send that fails leaves the page as it is.
 */
export function ActionForm<T>({
  action,
  schema,
  values: given = none,
  errors: known = none,
  remarks = none,
  keepKey,
  autosave,
  conflict: met = null,
  conflictTarget,
  success,
  className,
  children,
}: Props<T>) {
  // Without scripts; with them the form is sent below, where a failure can be caught.
  const [posted, dispatch] = useActionState(action, null);
  const id = useId();
  const sent = useGivenBack();
  const back = sent?.form === id ? sent.values : undefined;
  const element = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const kept = useTabTyping(element, keepKey ?? autosave?.page, {
    saved: autosave !== undefined,
    isAnswer: posted !== null,
    sent,
  });
  const sending = useSending(element, action, posted, kept);
  const state = sending.answer;
  const { view, engine } = useAutosave(element, autosave);
  // A page made anew beside the form (a document was added) must not replace what is being typed.
  const [first] = useState(given);
  const values = autosave ? first : given;
  const { handleSubmit, trigger, clearErrors, formState } = useForm<Record<string, unknown>>({
    // The form itself is the truth: what is validated is exactly what would be sent.
    resolver: () => {
      const parsed = schema?.safeParse(readForm(new FormData(element.current ?? undefined)));
      if (!parsed || parsed.success) return { values: {}, errors: {} };
      const found: Record<string, { type: string; message: string }> = {};
      for (const issue of parsed.error.issues)
        found[String(issue.path[0])] ??= { type: "invalid", message: issue.message };
      return { values: {}, errors: found };
    },
  });
  const failed = state && !state.ok ? state : null;
  const { errors: fromBrowser, isSubmitted } = formState;
  const errors = useMemo<Errors>(() => {
    const local = Object.entries(fromBrowser).map(([name, error]): [string, string[]] => [
      name,
      [error?.message ?? ""],
    ]);
    if (local.length > 0) return Object.fromEntries(local);
    return failed?.fieldErrors ?? (isSubmitted ? {} : known);
  }, [fromBrowser, failed, isSubmitted, known]);

  const [waiting, setWaiting] = useState(false);
  const base = failed?.values.base;
  useEffect(() => {
    engine.current?.answered(typeof base === "string" ? base : undefined, failed?.conflict ?? null);
  }, [engine, base, failed]);
  const [resolved, setResolved] = useState<Conflict | null>(null);
  const conflict =
    [view.conflict, failed?.conflict, met].find(
      (candidate) => candidate && candidate !== resolved,
    ) ?? null;
  const found = view.found
    ? { takeBack: () => engine.current?.takeBack(), forget: () => engine.current?.forget() }
    : kept.offered;
  const signedOut = failed?.code === "signedOut" || view.state.kind === "signedOut";

  function overwrite(over: string): boolean {
    if (!engine.current) return false;
    setResolved(failed?.conflict ?? met);
    void engine.current.overwrite(over);
    return true;
  }

  async function send(data: FormData) {
    clearErrors();
    if (engine.current) {
      setWaiting(true);
      await engine.current.settled();
      setWaiting(false);
      // oxlint-disable-next-line @typescript-eslint/no-unnecessary-condition -- left meanwhile
      engine.current?.stamp(data);
    }
    sending.send(data);
  }

  const close = () => {
    sending.close();
    kept.letGo();
  };
  const busy = sending.pending || waiting;
  const typed = failed?.values ?? back;
  const context = useMemo(
    // What was sent is whole: a box that is not in it was unticked.
    () => ({ errors, values: typed ?? values, remarks, pending: busy }),
    [errors, values, typed, remarks, busy],
  );

  return (
    <form
      ref={element}
      action={dispatch}
      className={className}
      noValidate
      onSubmit={(event) => {
        const submitter = event.nativeEvent.submitter;
        // A button that opens a tab of its own (a preview) is the browser's business.
        if (submitter instanceof HTMLButtonElement && submitter.formTarget) return;
        event.preventDefault();
        if (busy) return;
        sending.press(submitter);
        const data = new FormData(event.currentTarget, submitter);
        if (submitter instanceof HTMLButtonElement && submitter.formNoValidate)
          return void send(data);
        void handleSubmit(
          () => void send(data),
          () => setAttempts((count) => count + 1),
        )();
      }}
      onChange={() => {
        kept.keep();
        if (Object.keys(fromBrowser).length > 0) void trigger();
      }}
    >
      <input type="hidden" name={formField} value={id} />
      {/* The server’s own stands: it made another when it made the page. */}
      <input type="hidden" name={onceField} value={sending.key} suppressHydrationWarning />
      <FormContext value={context}>
        {failed?.code === "fault" ? (
          <Notice tone="danger" title="Une erreur est survenue de notre côté">
            {failed.message} Référence à nous donner : <strong>{failed.reference}</strong>.
          </Notice>
        ) : null}
        <SendProblemNotice
          problem={sending.problem}
          why={kept.why ?? (back && !state ? "signedOut" : null)}
          form={element}
          again={sending.again}
          close={close}
        />
        {signedOut ? <SignedOutNotice /> : null}
        {conflict ? (
          <ConflictNotice conflict={conflict} overwrite={overwrite} target={conflictTarget} />
        ) : null}
        {found ? <UnsavedTypingNotice {...found} /> : null}
        {failed &&
        !["fault", "signedOut"].includes(failed.code) &&
        !failed.conflict &&
        Object.keys(errors).length === 0 ? (
          <Notice tone="danger" title={failed.message} focus />
        ) : null}
        {state?.ok && success ? <Notice tone="success" title={success} focus /> : null}
        <ErrorSummary
          errors={errors}
          attempt={`${attempts}-${failed ? JSON.stringify(failed.fieldErrors) : ""}`}
        />
        {autosave ? null : <Base />}
        <SavingContext value={view.state}>{children}</SavingContext>
      </FormContext>
    </form>
  );
}

/**
 * Stays what it was when the form came: a page made anew beside it is not what was read. Who chose
 * to save over another state and was told of something else has chosen.
 */
function Base() {
  const { value } = useField("base");
  const [opened] = useState(value);
  const [chosen] = basesIn({ intent: useField("intent").value ?? "" });
  const base = chosen ?? opened;
  return typeof base === "string" ? <input type="hidden" name="base" value={base} /> : null;
}
