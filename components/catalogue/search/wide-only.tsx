"use client";

import { type ReactNode, useSyncExternalStore } from "react";

/** As Tailwind's `xl`. */
const wide = "(min-width: 80rem)";

function subscribe(listener: () => void): () => void {
  const query = matchMedia(wide);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** What only a wide screen has room for: a narrow one does not draw it. */
export function WideOnly({ children }: { children: ReactNode }) {
  const isWide = useSyncExternalStore(
    subscribe,
    () => matchMedia(wide).matches,
    () => false,
  );
  return isWide ? children : <noscript>{children}</noscript>;
}
