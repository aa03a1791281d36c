"use client";

import { useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { useScriptedClass } from "@/components/ui/use-scripts";
import { mostShortlisted } from "@/lib/catalogue/shortlist/rules";
import { addToShortlist, removeFromShortlist, useShortlist } from "./shortlist-store";

interface ShortlistButtonProps {
  reference: string;
  title: string;
}

function useMembership(reference: string) {
  const isIn = useShortlist().includes(reference);
  const [isFull, setFull] = useState(false);
  const shown = useScriptedClass();
  return {
    shown,
    isIn,
    isFull: isFull && !isIn,
    label: isIn ? "Retirer de ma sélection" : "Ajouter à ma sélection",
    press: () => {
      if (isIn) removeFromShortlist([reference]);
      else setFull(!addToShortlist([reference]));
    },
  };
}

/** Adds an offer to what this browser keeps, or takes it out; nothing without scripts. */
export function ShortlistButton({ reference, title }: ShortlistButtonProps) {
  const { isIn, isFull, label, press, shown } = useMembership(reference);
  return (
    <span className={`inline-flex flex-wrap items-center print:hidden ${shown}`}>
      <button type="button" onClick={press} className={buttonClass("quiet", "gap-1.5")}>
        <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 stroke-accent stroke-2">
          <path
            d="M4 2h8v12l-4-3-4 3z"
            strokeLinejoin="round"
            className={isIn ? "fill-accent" : "fill-none"}
          />
        </svg>
        {label}
        <span className="sr-only"> : {title}</span>
      </button>
      {isFull ? <Full /> : null}
    </span>
  );
}

/** The same in the corner of a card: one element, whose picture a style sheet draws. */
export function CompactShortlistButton({ reference, title }: ShortlistButtonProps) {
  const { isIn, isFull, label, press, shown } = useMembership(reference);
  return (
    <>
      <button
        type="button"
        onClick={press}
        title={label}
        aria-label={`${label} : ${title}`}
        data-in={isIn}
        className={
          "bookmark-before absolute right-1 bottom-0.5 z-1 grid size-11 cursor-pointer " +
          "place-items-center rounded hover:bg-accent-soft @lg:right-auto @lg:left-2 " +
          `print:hidden ${shown}`
        }
      />
      {isFull ? <Full /> : null}
    </>
  );
}

function Full() {
  return (
    <span className="text-sm text-danger">
      Sélection pleine : {mostShortlisted} offres au plus.
    </span>
  );
}
