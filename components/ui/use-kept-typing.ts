"use client";

import { useCallback, useEffect, type RefObject } from "react";
import type { ActionResult } from "@/lib/platform/action-result";
import { readForm } from "@/lib/platform/read-form";
import { restoreAtStart } from "./restore-typing";
import { withoutSecrets } from "./typing-store";

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
    restoreAtStart(form.current, kept.values);
  }, [form, name]);

  useEffect(() => {
    if (!name || !state || state.ok) return;
    const kept = read(name);
    if (kept) write(name, { ...kept, sent: false });
  }, [name, state]);

  const keep = useCallback(() => {
    if (!name || !form.current) return;
    write(name, { values: withoutSecrets(readForm(new FormData(form.current))), sent: false });
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
