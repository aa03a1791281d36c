"use client";

import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { SentForm } from "@/lib/platform/action-result";
import type { CommuneChoice } from "./address-fields";

interface Answered {
  /** What was typed before the session ended, given back to its form after signing in. */
  given?: SentForm;
  /** Communes of the postcodes that were just sent, by postcode. */
  communes: Readonly<Record<string, readonly CommuneChoice[]>>;
}

const Context = createContext<Answered>({ communes: {} });

/** What a page made in answer to a form that was sent without scripts knows of it. */
export function AnsweredPage({ given, communes, children }: Answered & { children: ReactNode }) {
  return (
    <Context value={useMemo(() => ({ given, communes }), [given, communes])}>{children}</Context>
  );
}

export function useAnswered(): Answered {
  return useContext(Context);
}

/** Shows something in place of the page, until another page is gone to. */
export function InPlace({ shown, children }: { shown: ReactNode; children: ReactNode }) {
  const path = usePathname();
  const [here] = useState(path);
  return path === here ? shown : children;
}
