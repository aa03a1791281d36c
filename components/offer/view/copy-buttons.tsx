"use client";

import { ActionForm } from "@/components/ui/action-form";
import type { ButtonVariant } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { duplicateOfferAction } from "@/lib/offer/draft/actions";
import { renewOfferAction } from "@/lib/offer/renewal/actions";

/** @param copyId new for each page: sent twice it makes one copy */
export function DuplicateButton({
  offerId,
  copyId,
  about,
}: {
  offerId: string;
  copyId: string;
  about: string;
}) {
  return (
    <ActionForm action={duplicateOfferAction}>
      <input type="hidden" name="offerId" value={offerId} />
      <input type="hidden" name="copyId" value={copyId} />
      <SubmitButton variant="quiet">
        Dupliquer<span className="sr-only"> : {about}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** The same offer for another campaign, as a draft to read again. */
export function RenewButton({
  offerId,
  label,
  about,
  variant = "quiet",
}: {
  offerId: string;
  label: string;
  about: string;
  variant?: ButtonVariant;
}) {
  return (
    <ActionForm action={renewOfferAction}>
      <input type="hidden" name="offerId" value={offerId} />
      <SubmitButton variant={variant}>
        {label}
        <span className="sr-only"> : {about}</span>
      </SubmitButton>
    </ActionForm>
  );
}
