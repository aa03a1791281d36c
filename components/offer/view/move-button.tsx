"use client";

import { ActionForm } from "@/components/ui/action-form";
import type { ButtonVariant } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { moveOfferAction } from "@/lib/offer/draft/actions";
import type { OfferMove } from "@/lib/offer/lifecycle/rules";

interface Props {
  offerId: string;
  move: OfferMove;
  label: string;
  /** Tells apart the same button of several offers. */
  about?: string;
  variant?: ButtonVariant;
}

/** One move of an offer behind one button; works without JavaScript. */
export function MoveButton({ offerId, move, label, about, variant = "secondary" }: Props) {
  return (
    <ActionForm action={moveOfferAction}>
      <input type="hidden" name="offerId" value={offerId} />
      <SubmitButton name="move" value={move} variant={variant}>
        {label}
        {about ? <span className="sr-only"> : {about}</span> : null}
      </SubmitButton>
    </ActionForm>
  );
}
