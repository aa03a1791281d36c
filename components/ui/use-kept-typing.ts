"use client";

import { useCallback, useEffect, type RefObject } from "react";
import type { ActionResult } from "@/lib/platform/action-result";
import { readForm } from "@/lib/platform/read-form";

/** Never written to the browser's storage. */
const secret = /password|token|\$/i;

/**
 * Keeps what is typed in this tab's storage and puts it back after a reload. Once it was sent the server has it: what
 * was kept is dropped when the form is met again, unless the answer was an error.
 */
export function useKeptTyping<T>(form: RefObject<HTMLFormElement | null>, key: string | undefined, state: ActionResult<T> | null) {
  const name = key ? `saisie:${key}` : null;

  useEffect(() => {
    if (!name || !form.current) return;
    const kept = read(name);
    if (!kept) return;
    if (kept.sent) return remove(name);
    restore(form.current, kept.values);
  }, [form, name]);

  useEffect(() => {
    if (!name || !state || state.ok) return;
    const kept = read(name);
    if (kept) write(name, { ...kept, sent: false });
  }, [name, state]);

  const keep = useCallback(() => {
    if (!name || !form.current) return;
    const values = Object.fromEntries(Object.entries(readForm(new FormData(form.current))).filter(([field]) => !secret.test(field)));
    write(name, { values, sent: false });
  }, [form, name]);

  const markSent = useCallback(() => {
    const kept = name ? read(name) : null;
    if (name && kept) write(name, { ...kept, sent: true });
  }, [name]);

  return { keep, markSent };
}

interface Kept {
  values: Record<string, string | string[]>;
  sent: boolean;
}

// Storage may be closed to us (private browsing, a full disk): the form works without it.
function read(name: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

function write(name: string, kept: Kept): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(kept));
  } catch {
    return;
  }
}

function remove(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    return;
  }
}

/** Told to the form when typing comes back: a list that is filled later finds its choice in the detail. */
export const typingRestored = "saisie-retrouvee";

/** Puts values back as if they had been typed, so that whatever listens to the fields follows. */
function restore(form: HTMLFormElement, values: Kept["values"]): void {
  form.dispatchEvent(new CustomEvent(typingRestored, { detail: values }));
  for (const control of Array.from(form.elements)) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement)) continue;
    if (control.name === "" || control.type === "hidden" || secret.test(control.name)) continue;
    const value = values[control.name];
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      const checked = Array.isArray(value) ? value.includes(control.value) : value === control.value;
      if (control.checked !== checked) control.click();
    } else if (typeof value === "string" && control.value !== value) {
      const prototype = Object.getPrototypeOf(control) as object;
      Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, value);
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}
