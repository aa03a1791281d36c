"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** True once the page runs its scripts: what only scripts can do is not shown before. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * For a button that only scripts make do something: its place is kept where they are on, and it is
 * seen once they have come.
 */
export function useScriptedClass(): string {
  return useScripts() ? "" : "unscripted:hidden invisible";
}
