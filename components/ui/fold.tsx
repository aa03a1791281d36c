"use client";

import { type ReactNode, useState } from "react";

/**
 * A part that folds away. What was once open stays so: a page that changes around it does not close
 * it under a finger.
 */
export function Fold({ open, children }: { open: boolean; children: ReactNode }) {
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  return <details open={opened}>{children}</details>;
}
