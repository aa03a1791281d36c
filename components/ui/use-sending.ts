"use client";

import { unstable_rethrow } from "next/navigation";
import { type RefObject, useRef, useState, useTransition } from "react";
import type { ActionResult, FormValues } from "@/lib/platform/form/action-result";
import { readForm } from "@/lib/platform/form/read-form";
import { observeStatus } from "./observe-status";
import { digestOf, problemOf, type SendProblem } from "./send-problem";
import { mergeTyping } from "./typing-store";
import type { TabTypingHandle } from "./use-tab-typing";

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

export type FormAction<T> = (
  previous: ActionResult<T> | null,
  formData: FormData,
) => Promise<ActionResult<T>>;

/** A refusal gives back what was sent; what was typed while it was on its way is newer. */
function withNewer<T>(
  answered: ActionResult<T>,
  sent: FormValues,
  form: HTMLFormElement | null,
): ActionResult<T> {
  if (answered.ok || !form) return answered;
  const typed = { values: readForm(new FormData(form)), start: sent };
  const { values, offered } = mergeTyping(typed, answered.values);
  return { ...answered, values: offered ?? values };
}

/**
 * Sends a form to its action. What fails on the way stays here, where React would take the page
 * away with the form; what was typed is let go when the server has said yes, and not before.
 * @param posted the answer the page itself brings, to a form sent without scripts
 */
export function useSending<T>(
  form: RefObject<HTMLFormElement | null>,
  action: FormAction<T>,
  posted: ActionResult<T> | null,
  kept: TabTypingHandle,
) {
  const [pending, start] = useTransition();
  const [answer, setAnswer] = useState(posted);
  const [problem, setProblem] = useState<SendProblem | null>(null);
  const [key, setKey] = useState(newKey);
  const pressed = useRef<HTMLElement | null>(null);

  /** What is sent next is another thing, be it in the same words. */
  function letGo(): void {
    kept.letGo();
    setKey(newKey());
  }

  async function attempt(data: FormData): Promise<void> {
    const status = observeStatus();
    try {
      const answered = withNewer(await action(answer, data), readForm(data), form.current);
      if (answered.ok) letGo();
      else kept.keep(answered.code === "signedOut" ? "signedOut" : undefined);
      setAnswer(answered);
      setProblem(null);
    } catch (error) {
      if (digestOf(error)?.startsWith("NEXT_REDIRECT")) letGo();
      unstable_rethrow(error);
      const found = problemOf(error, await status());
      // Only a page of the portal as it is now can send: it comes with what was typed in it.
      if (found.kind === "updated" && !kept.why && kept.keep("updated")) {
        window.location.reload();
        return;
      }
      setProblem(found);
    } finally {
      void status();
    }
  }

  return {
    /** Goes with the form, and changes once the server has said yes. */
    key,
    pending,
    answer,
    problem,
    send: (data: FormData) => {
      kept.keep();
      start(() => attempt(data));
    },
    /** Remembers what was pressed, for {@link again}. */
    press: (submitter: HTMLElement | null) => {
      pressed.current = submitter;
    },
    close: () => setProblem(null),
    again: () => {
      const submitter = pressed.current;
      form.current?.requestSubmit(
        submitter && form.current.contains(submitter) ? submitter : undefined,
      );
    },
  };
}
