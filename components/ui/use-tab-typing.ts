"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { FormValues, SentForm } from "@/lib/platform/form/action-result";
import { readForm } from "@/lib/platform/form/read-form";
import {
  forgetEarly,
  readBegun,
  restoreAtStart,
  restoreEarly,
  restoreTyping,
} from "./restore-typing";
import {
  dropTabTyping,
  formStorageKey,
  hasWords,
  type LeftReason,
  mergeTyping,
  readTabTyping,
  type TabTyping,
  writeTabTyping,
} from "./typing-store";

export interface TabTypingHandle {
  /**
   * Keeps the form as it stands.
   * @param why the page is about to be left with it
   * @returns false where the browser's storage is closed to us
   */
  keep: (why?: LeftReason) => boolean;
  /** The server has it. */
  letGo: () => void;
  /** Why the typing that this page was given back was kept; null when it was given none. */
  why: LeftReason | null;
  /** Typing kept in this tab from a page that said something else. */
  offered: { takeBack: () => void; forget: () => void } | null;
}

/**
 * Keeps what is typed in this tab until the server has said yes, and puts it back when the form is
 * met again: after a reload, a way elsewhere and back, a deployment, a sign-in.
 * @param key names the form where its address and its fields do not
 * @param saved the server is sent what is typed by itself: only why the page was left is kept
 * @param isAnswer the page shows what was just sent without scripts
 * @param sent what was sent without scripts before the session ended, by this form or another of
 * the page
 */
export function useTabTyping(
  form: RefObject<HTMLFormElement | null>,
  key: string | undefined,
  { saved, isAnswer, sent }: { saved: boolean; isAnswer: boolean; sent: SentForm | undefined },
): TabTypingHandle {
  const name = useRef("");
  const begun = useRef<FormValues | undefined>(undefined);
  const [why, setWhy] = useState<LeftReason | null>(null);
  const [offered, setOffered] = useState<FormValues | undefined>();
  const [sendings, setSendings] = useState(0);
  const [first] = useState(isAnswer);

  // Before anybody can type into it.
  useLayoutEffect(() => {
    if (form.current) begun.current = readBegun(form.current);
  }, [form]);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    name.current = formStorageKey(element, key);
    // Rows of buttons have the same fields; one of them is known by its place.
    const isOwn =
      sent &&
      hasWords(element) &&
      Object.keys(sent.values).every((field) => element.elements.namedItem(field));
    const kept: TabTyping | null = isOwn
      ? { values: sent.values, why: "signedOut" }
      : readTabTyping(name.current);
    // After the fields have taken their own first state.
    const start = window.setTimeout(() => {
      const back = first ? null : kept;
      if (back && (!saved || isOwn) && (back.why || hasWords(element))) {
        const merged = mergeTyping(back, begun.current ?? {});
        restoreAtStart(element, merged.values);
        setOffered(merged.offered);
        if (!saved) writeTabTyping(name.current, { ...merged, start: begun.current });
      }
      restoreEarly(element);
      // Not yet: autosave puts back what it kept in its own turn.
      window.setTimeout(() => forgetEarly(element), 0);
      if (!back?.why) return;
      setWhy(back.why);
      // It is told once; the words stay until they are sent.
      if (saved) dropTabTyping(name.current);
    }, 0);
    return () => window.clearTimeout(start);
  }, [form, key, saved, first, sent]);

  useEffect(() => {
    if (sendings > 0 && form.current) begun.current = readForm(new FormData(form.current));
  }, [form, sendings]);

  function keep(reason?: LeftReason): boolean {
    if (!form.current || (saved && !reason)) return true;
    const values = saved ? {} : readForm(new FormData(form.current));
    return writeTabTyping(name.current, { values, start: begun.current, why: reason, offered });
  }

  function settle(chosen?: FormValues): void {
    if (chosen && form.current) restoreTyping(form.current, chosen);
    setOffered(undefined);
    if (!form.current) return;
    const values = readForm(new FormData(form.current));
    writeTabTyping(name.current, { values, start: begun.current });
  }

  return {
    keep,
    letGo: () => {
      dropTabTyping(name.current);
      setWhy(null);
      setOffered(undefined);
      setSendings((count) => count + 1);
    },
    why,
    offered: offered ? { takeBack: () => settle(offered), forget: () => settle() } : null,
  };
}
