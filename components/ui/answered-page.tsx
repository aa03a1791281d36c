"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useState } from "react";
import type { SentForm } from "@/lib/platform/form/action-result";

const Context = createContext<SentForm | undefined>(undefined);

/**
 * A page made in answer to a form that was sent without scripts.
 * @param given what was typed before the session ended, given back to its form after signing in
 */
export function AnsweredPage({
  given,
  children,
}: {
  given: SentForm | undefined;
  children: ReactNode;
}) {
  return <Context value={given}>{children}</Context>;
}

export function useGivenBack(): SentForm | undefined {
  return useContext(Context);
}

/** Shows something in place of the page, until another page is gone to. */
export function InPlace({ shown, children }: { shown: ReactNode; children: ReactNode }) {
  const path = usePathname();
  const [here] = useState(path);
  return path === here ? shown : children;
}
