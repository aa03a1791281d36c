"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { CheckBox } from "@/components/ui/check-box";
import { tryStorage } from "@/components/ui/quietly";

const keys = [
  { key: "n", words: "offre suivante" },
  { key: "p", words: "offre précédente" },
  { key: "v", words: "valider : « Entrée » enregistre ensuite" },
  { key: "c", words: "demander une correction, et écrire le motif" },
  { key: "r", words: "refuser, et écrire le motif" },
  { key: "o", words: "m’occuper de l’offre, ou ne plus m’en occuper" },
  { key: "z", words: "annuler la décision qui vient d’être prise" },
] as const;

const name = "raccourcis-moderation";

const never = () => () => undefined;

/**
 * One key each for what a moderator does most. Deaf while a field has the focus, and to be switched
 * off for good: a voice or a slipping finger presses keys too (WCAG 2.1.4).
 */
export function Shortcuts() {
  const kept = useSyncExternalStore(
    never,
    () => tryStorage(() => localStorage.getItem(name), null) !== "off",
    () => false,
  );
  const [chosen, setChosen] = useState<boolean | null>(null);
  const on = chosen ?? kept;

  useEffect(() => {
    if (!on) return;
    const listening = new AbortController();
    document.addEventListener(
      "keydown",
      (event) => {
        const typing =
          event.target instanceof HTMLElement &&
          event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
        if (
          typing ||
          event.ctrlKey ||
          event.shiftKey ||
          event.metaKey ||
          event.altKey ||
          event.repeat
        )
          return;
        const target = document.querySelector<HTMLElement>(
          `[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`,
        );
        if (!target) return;
        event.preventDefault();
        target.click();
        document.querySelector<HTMLElement>(target.dataset.thenFocus ?? "")?.focus();
      },
      { signal: listening.signal },
    );
    return () => listening.abort();
  }, [on]);

  function choose(wanted: boolean) {
    setChosen(wanted);
    tryStorage(() => localStorage.setItem(name, wanted ? "on" : "off"), undefined);
  }

  return (
    <details className="mt-6 hidden text-sm scripted:block">
      <summary className="min-h-11 py-2.5 font-semibold text-accent">Raccourcis clavier</summary>
      <dl className="mb-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {keys.map(({ key, words }) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded border border-control bg-canvas px-2 font-semibold">
                {key.toUpperCase()}
              </kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <CheckBox
        label="Raccourcis actifs sur ce navigateur"
        checked={on}
        onChange={(event) => choose(event.target.checked)}
      />
    </details>
  );
}
