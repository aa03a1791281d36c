"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useRef, useState } from "react";
import { asRoute } from "@/lib/platform/values/route";
import { AutosaveEngine, type AutosaveSettings, noAutosave } from "./autosave-engine";

/**
 * Joins a form and the page around it to an {@link AutosaveEngine}. What the settings say when the
 * page opens holds.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement | null>,
  settings: AutosaveSettings | undefined,
) {
  const router = useRouter();
  const [view, setView] = useState(noAutosave);
  const engine = useRef<AutosaveEngine | null>(null);
  const [first] = useState(settings);

  useEffect(() => {
    if (!first) return;
    const listening = new AbortController();
    const { signal } = listening;
    // After the fields have taken their own first state.
    const start = window.setTimeout(() => {
      if (!form.current) return;
      const made = new AutosaveEngine(form.current, first, setView, (path) =>
        router.push(asRoute(path)),
      );
      engine.current = made;
      // One gesture is heard several times and looked at once, after it was shown.
      let waiting = 0;
      const look = () => {
        window.clearTimeout(waiting);
        waiting = window.setTimeout(() => made.look(), 50);
      };
      // Whatever can change a field: some are painted with the pointer or set by a button.
      for (const heard of ["input", "change", "click", "pointerup", "keyup"])
        document.addEventListener(heard, look, { signal });
      document.addEventListener("click", made.follow, { signal, capture: true });
      // Another form of the page is sent, the one that signs out perhaps.
      document.addEventListener(
        "submit",
        (event) => event.target !== form.current && made.leave(),
        { signal, capture: true },
      );
      document.addEventListener(
        "visibilitychange",
        () => (document.visibilityState === "hidden" ? made.leave() : made.again()),
        { signal },
      );
      window.addEventListener("pagehide", made.leave, { signal });
      window.addEventListener("focus", made.again, { signal });
      window.addEventListener("online", made.again, { signal });
      window.addEventListener("offline", made.offline, { signal });
    }, 0);
    return () => {
      window.clearTimeout(start);
      listening.abort();
      engine.current?.leave();
      engine.current = null;
    };
  }, [first, form, router]);

  return { view, engine };
}
