"use client";

import { type ReactNode, useState } from "react";

/**
 * A part that folds away. What was once open stays so: a page that changes around it does not close
 * it under a finger. What was never open is not drawn, unless there are no scripts to draw it then:
 * a page of filters has hundreds of elements behind its folds.
 */
export function Fold({
  open,
  summary,
  className,
  children,
}: {
  open: boolean;
  className?: string;
  summary: ReactNode;
  children: ReactNode;
}) {
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  const look = (details: HTMLDetailsElement | null) => {
    if (details?.open) setOpened(true);
  };
  return (
    // Also looked at once the scripts run: it may have been opened before.
    <details
      ref={look}
      open={opened}
      className={className}
      onToggle={({ currentTarget }) => look(currentTarget)}
    >
      {summary}
      {opened ? children : <noscript>{children}</noscript>}
    </details>
  );
}
