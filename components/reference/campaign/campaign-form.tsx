"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { saveCampaignAction } from "@/lib/reference/campaign/actions";
import { windowLabels } from "@/lib/reference/campaign/labels";
import { type DepositWindow, windowState } from "@/lib/reference/campaign/rules";
import { campaignSchema } from "@/lib/reference/campaign/schema";

/** When new offers of a campaign are taken: one page, one campaign. */
export function CampaignForm({ year, window }: { year: number; window: DepositWindow }) {
  return (
    <ActionForm
      action={saveCampaignAction}
      schema={campaignSchema}
      values={{
        base: windowState(window),
        opensOn: window.opensOn ?? "",
        closesOn: window.closesOn ?? "",
      }}
    >
      <input type="hidden" name="year" value={year} />
      <div className="grid items-end gap-x-4 sm:grid-cols-2">
        <TextField
          name="opensOn"
          type="date"
          optional
          label={windowLabels.opensOn}
          hint="Premier jour où une offre peut être soumise."
        />
        <TextField
          name="closesOn"
          type="date"
          optional
          label={windowLabels.closesOn}
          hint="Dernier jour. Les corrections et les révisions restent possibles ensuite."
        />
      </div>
      <SubmitButton>Enregistrer les dates</SubmitButton>
    </ActionForm>
  );
}
