"use client";

import { useEffect, useState } from "react";
import {
  type Availability,
  type Month,
  monthsOf,
  withinMonths,
} from "@/lib/offer/availability/availability";
import { availabilityWords, monthsInWords } from "@/lib/offer/availability/availability-words";

/** A pause this long ends a run of choices: only then is the outcome read out. */
const pause = 1200;

/** What is chosen so far, in words: seen at once, read out when the choosing pauses. */
export function SlotSummary({
  chosen,
  availability,
}: {
  chosen: readonly Month[];
  availability: Availability;
}) {
  const shown = withinMonths(availability, chosen);
  const open = monthsOf(shown);
  const empty = chosen.filter((month) => !open.includes(month));
  const words = availabilityWords(shown);
  if (open.length > 0 && empty.length > 0)
    words.push(`Encore aucun créneau : ${monthsInWords(empty)}`);
  const said = `${words.join(". ") || "Aucun créneau choisi"}.`;
  return (
    <div className="mt-3 rounded bg-accent-soft px-4 py-3">
      <p className="font-semibold">En clair</p>
      {words.length === 0 ? (
        <p className="text-muted">Aucun créneau choisi pour l’instant.</p>
      ) : null}
      <ul>
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Spoken text={said} />
    </div>
  );
}

/** Silent at first: what a page already says when it opens needs no announcement. */
function Spoken({ text }: { text: string }) {
  const [first] = useState(text);
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const timer = setTimeout(
      () => setSpoken((before) => (before === "" && text === first ? "" : text)),
      pause,
    );
    return () => clearTimeout(timer);
  }, [text, first]);
  return (
    <p aria-live="polite" className="sr-only">
      {spoken}
    </p>
  );
}
