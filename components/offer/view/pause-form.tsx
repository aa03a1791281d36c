"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { pauseOfferAction } from "@/lib/offer/draft/actions";
import { pauseSchema } from "@/lib/offer/lifecycle/schema";

/** «Mettre en pause»: one date, the browser's own field. */
export function PauseForm({
  offerId,
  until,
  bounds,
}: {
  offerId: string;
  until: string;
  bounds: { first: string; last: string };
}) {
  return (
    <ActionForm action={pauseOfferAction} schema={pauseSchema} values={{ until }}>
      <input type="hidden" name="offerId" value={offerId} />
      <TextField
        name="until"
        type="date"
        min={bounds.first}
        max={bounds.last}
        label="De nouveau visible à partir du"
        hint="Ce jour-là, l’offre revient seule dans le catalogue. Un an au plus."
        width="short"
      />
      <SubmitButton>Mettre en pause</SubmitButton>
    </ActionForm>
  );
}
