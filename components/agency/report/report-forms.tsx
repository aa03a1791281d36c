"use client";

import { ActionForm } from "@/components/ui/action-form";
import { EmailField } from "@/components/ui/email-field";
import { RadioList } from "@/components/ui/radio-list";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { reportOfferAction, treatReportsAction } from "@/lib/agency/report/actions";
import { reportReasonLabels } from "@/lib/agency/report/labels";
import { reportReasons } from "@/lib/agency/report/rules";
import { reportSchema, treatSchema } from "@/lib/agency/report/schema";

const reasons = reportReasons.map((reason) => ({
  value: reason,
  label: reportReasonLabels[reason],
}));

/** What a visitor says about an offer. */
export function ReportForm({ reference }: { reference: string }) {
  return (
    <ActionForm action={reportOfferAction} schema={reportSchema}>
      <input type="hidden" name="reference" value={reference} />
      <SelectField name="reason" label="Qu’est-ce qui ne va pas ?" choices={reasons} />
      <TextAreaField
        name="words"
        label="Précisez"
        hint="L’agence seule le lira, pas la structure."
        limit={2000}
        rows={5}
      />
      <EmailField
        name="email"
        label="Votre adresse email"
        hint={
          "Seulement si vous acceptez que l’agence vous écrive. Elle est effacée 30 " +
          "jours après le traitement."
        }
        autoComplete="email"
        optional
      />
      <SubmitButton>Envoyer le signalement</SubmitButton>
    </ActionForm>
  );
}

const noEffect = {
  value: "noEffect",
  label: "Classer sans suite",
  hint: "L’offre reste comme elle est. La structure n’en sait rien.",
};

/** What can be made of the reports of an offer that is shown, suspended already, or gone. */
const outcomes = {
  free: [
    noEffect,
    {
      value: "suspended",
      label: "Suspendre l’offre",
      hint: "Elle disparaît aussitôt du catalogue. La structure reçoit votre message.",
    },
  ],
  held: [
    noEffect,
    {
      value: "suspended",
      label: "Traités par la suspension en cours",
      hint: "Elle reste telle quelle, et aucun autre message ne part.",
    },
  ],
  gone: [noEffect],
};

type Suspendable = keyof typeof outcomes;

/** A moderator's decision on the reports of an offer. */
export function TreatForm({
  offerId,
  reportIds,
  offer,
}: {
  offerId: string;
  reportIds: readonly string[];
  offer: Suspendable;
}) {
  return (
    <ActionForm
      action={treatReportsAction}
      schema={treatSchema}
      keepKey={`signalements-${offerId}`}
    >
      <input type="hidden" name="offerId" value={offerId} />
      {reportIds.map((id) => (
        <input key={id} type="hidden" name="reportIds" value={id} />
      ))}
      <RadioList name="outcome" label="Suite" choices={outcomes[offer]} />
      {offer === "free" ? (
        <TextAreaField
          name="message"
          label="Message à la structure"
          hint={
            "Nécessaire pour suspendre. Il lui est envoyé tel quel : ne dites rien de " +
            "qui a signalé."
          }
          limit={2000}
          rows={5}
        />
      ) : null}
      <SubmitButton className="w-full">Enregistrer la suite</SubmitButton>
    </ActionForm>
  );
}
