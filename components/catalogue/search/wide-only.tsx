"use client";

import { type ReactNode, useSyncExternalStore } from "react";

/** As Tailwind's `xl`. */
const wide = "(min-width: 80rem)";

function subscribe(listener: () => void): () => void {
  const query = matchMedia(wide);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/**
 * What only a wide screen has room for: a narrow one does not draw it.
 * @param room keeps its place, until scripts know how wide the screen is
 * @param area of the grid both stand in
 */
export function WideOnly({
  room,
  area,
  children,
}: {
  room: ReactNode;
  area: string;
  children: ReactNode;
}) {
  const isWide = useSyncExternalStore(
    subscribe,
    () => matchMedia(wide).matches,
    () => false,
  );
  if (isWide) return children;
  return (
    <>
      {room}
      <noscript className={area}>{children}</noscript>
    </>
  );
}
