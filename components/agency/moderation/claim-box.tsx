"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { claimOfferAction, releaseOfferAction } from "@/lib/agency/moderation/actions";
import { claimMinutes } from "@/lib/agency/moderation/claim";
import type { OfferModerationDto } from "@/lib/agency/moderation/queries/offer-moderation";

/** Who looks at the offer, and the button to take it or give it back. */
export function ClaimBox({
  offerId,
  watch,
  query,
}: {
  offerId: string;
  watch: OfferModerationDto["watch"];
  query: string;
}) {
  if (watch && !watch.mine) {
    return (
      <Notice tone="info" title={`${watch.by} s’occupe de cette offre`}>
        Jusqu’à <Moment date={watch.until} />. Vous pouvez décider malgré tout.
      </Notice>
    );
  }
  return (
    <ActionForm action={watch ? releaseOfferAction : claimOfferAction} className="mb-4">
      <input type="hidden" name="offerId" value={offerId} />
      <input type="hidden" name="queue" value={query} />
      <SubmitButton variant="secondary" className="w-full" data-shortcut="o">
        {watch ? "Ne plus m’en occuper" : "Je m’en occupe"}
      </SubmitButton>
      <p className="mt-1 text-sm text-muted">
        {watch ? (
          <>
            Les autres le voient jusqu’à <Moment date={watch.until} />.
          </>
        ) : (
          `Les autres le verront pendant ${claimMinutes} minutes.`
        )}
      </p>
    </ActionForm>
  );
}
