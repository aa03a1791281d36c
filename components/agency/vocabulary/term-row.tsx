"use client";

import { useEffect, useRef } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { moveTermAction } from "@/lib/agency/vocabulary/actions";
import { usageInWords } from "@/lib/reference/vocabulary/labels";
import type { EditedTermDto } from "@/lib/reference/vocabulary/queries";
import type { TermStep } from "@/lib/reference/vocabulary/rules";

interface Props {
  term: EditedTermDto;
  /** Its place among the terms that are offered, 1 for the first; null for a retired one. */
  place: number | null;
  total: number;
}

// Outlives the row: the page that comes back after a step has another address, and rows of its own.
let pressed: { termId: string; step: TermStep } | null = null;

const stepLabels: Record<TermStep, string> = { up: "Monter", down: "Descendre" };

/** One term of a list that is being edited. */
export function TermRow({ term, place, total }: Props) {
  return (
    <li
      id={`terme-${term.id}`}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3"
    >
      <div className="min-w-0 flex-1 basis-56 break-words">
        <p className="font-semibold">{term.label}</p>
        <p className="text-muted">{usageInWords(term.usage)}</p>
      </div>
      <div className="flex flex-wrap items-center">
        {place === null ? null : <TermSteps term={term} place={place} total={total} />}
        <ButtonLink href={`/admin/vocabulaires/${term.id}`} variant="quiet">
          Modifier<span className="sr-only"> : {term.label}</span>
        </ButtonLink>
      </div>
    </li>
  );
}

function TermSteps({ term, place, total }: { term: EditedTermDto; place: number; total: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (pressed?.termId !== term.id) return;
    // The row went elsewhere in the page and took no focus along; at an end only the way back is
    // left.
    const button =
      box.current?.querySelector<HTMLElement>(`[value^="${pressed.step}:"]`) ??
      box.current?.querySelector<HTMLElement>("button");
    button?.focus();
    pressed = null;
  }, [term.id, place]);
  const steps = (["up", "down"] as const).filter((step) =>
    step === "up" ? place > 1 : place < total,
  );
  return (
    <div ref={box}>
      <ActionForm action={moveTermAction} className="flex flex-wrap">
        {steps.map((step) => (
          <SubmitButton
            key={step}
            name="move"
            value={`${step}:${term.id}`}
            variant="quiet"
            onClick={() => (pressed = { termId: term.id, step })}
          >
            {stepLabels[step]}
            <span className="sr-only">
              {" "}
              : {term.label}, {place} sur {total}
            </span>
          </SubmitButton>
        ))}
      </ActionForm>
    </div>
  );
}
