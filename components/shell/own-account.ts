"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import type { AccountNavDto } from "@/lib/people/account/queries";
import { hasSessionHint } from "@/lib/platform/access/session-hint";

let account: AccountNavDto | null = null;
let asking: Promise<void> | undefined;
const listeners = new Set<() => void>();

function tell(next: AccountNavDto | null): void {
  account = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function ask(): Promise<void> {
  try {
    const answer = await fetch("/api/compte", { cache: "no-store" });
    const said = answer.ok ? ((await answer.json()) as AccountNavDto | null) : null;
    const viewing = said?.viewing && { ...said.viewing, until: new Date(said.viewing.until) };
    tell(said && { ...said, viewing: viewing ?? null });
  } catch {
    // The links of someone who is not signed in lead there all the same.
  } finally {
    asking = undefined;
  }
}

/**
 * Who is signed in, on a page that was made without knowing: null until it is known, and for
 * nobody. Asked once, and only where somebody may be; again after signing out or in.
 */
export function useOwnAccount(): AccountNavDto | null {
  const path = usePathname();
  const query = useSearchParams().toString();
  useEffect(() => {
    const look = () => {
      if (!hasSessionHint(document.cookie)) tell(null);
      else if (!account) asking ??= ask();
    };
    look();
    // A page that the browser had put aside is shown as it was left.
    window.addEventListener("pageshow", look);
    return () => window.removeEventListener("pageshow", look);
  }, [path, query]);
  return useSyncExternalStore(
    subscribe,
    () => account,
    () => null,
  );
}
