"use client";

import { useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { mostShortlisted } from "@/lib/catalogue/shortlist/rules";
import { addToShortlist, removeFromShortlist, useShortlist } from "./shortlist-store";

/** Adds an offer to what this browser keeps, or takes it out; nothing without scripts. */
export function ShortlistButton({ reference, title }: { reference: string; title: string }) {
  const isIn = useShortlist().includes(reference);
  const [isFull, setFull] = useState(false);
  function press() {
    if (isIn) removeFromShortlist([reference]);
    else setFull(!addToShortlist([reference]));
  }
  return (
    <span className="inline-flex flex-wrap items-center unscripted:hidden print:hidden">
      <button type="button" onClick={press} className={buttonClass("quiet", "gap-1.5")}>
        <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 stroke-accent stroke-2">
          <path
            d="M4 2h8v12l-4-3-4 3z"
            strokeLinejoin="round"
            className={isIn ? "fill-accent" : "fill-none"}
          />
        </svg>
        {isIn ? "Retirer de ma sélection" : "Ajouter à ma sélection"}
        <span className="sr-only"> : {title}</span>
      </button>
      {isFull && !isIn ? (
        <span className="text-sm text-danger">
          Sélection pleine : {mostShortlisted} offres au plus.
        </span>
      ) : null}
    </span>
  );
}
