"use client";

import { useEffect, useId, useLayoutEffect, useRef } from "react";
import { agree } from "@/lib/platform/values/french";
import { errorPrefix } from "@/lib/platform/values/page-title";

/**
 * What has to be corrected, each with a link to its field. Takes the focus when it appears and
 * names the page «Erreur : …».
 */
export function ErrorSummary({
  errors,
  attempt,
}: {
  errors: Record<string, string[]>;
  attempt: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  // Two forms of a page may both have something to correct.
  const titleId = `${useId()}-error-summary-title`;
  const entries = Object.entries(errors).filter(([, messages]) => messages.length > 0);
  const present = entries.length > 0;
  useEffect(() => {
    if (present) box.current?.focus();
  }, [present, attempt]);
  useLayoutEffect(() => (present ? keepTitlePrefixed() : undefined), [present]);
  if (!present) return null;
  return (
    // The attribute moves the focus without scripts, the effect with them.
    <div
      ref={box}
      tabIndex={-1}
      autoFocus
      role="alert"
      aria-labelledby={titleId}
      className="mb-8 rounded-lg border-2 border-danger bg-danger-soft p-5"
    >
      <h2 id={titleId} className="text-lg font-bold text-danger">
        {agree(
          entries.length,
          "Une réponse est à corriger",
          `${entries.length} réponses sont à corriger`,
        )}
      </h2>
      <ul className="mt-3 list-disc space-y-1 pl-5">
        {entries.map(([name, messages]) => (
          <li key={name}>
            <a href={`#${name}`} className="text-danger underline underline-offset-4">
              {messages[0]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Names the page «Erreur : …» for as long as there is something to correct: the page is made again
 * meanwhile, and its title with it, at a moment of the framework's choosing.
 * @returns takes the word away
 */
function keepTitlePrefixed(): () => void {
  const isNamed = () => document.title.startsWith(errorPrefix);
  const name = () => {
    if (!isNamed()) document.title = errorPrefix + document.title;
  };
  name();
  const watch = new MutationObserver(name);
  watch.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => {
    watch.disconnect();
    if (isNamed()) document.title = document.title.slice(errorPrefix.length);
  };
}
