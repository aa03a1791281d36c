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
