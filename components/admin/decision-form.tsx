"use client";

import { ActionForm, useField } from "@/components/ui/action-form";
import { CheckBox } from "@/components/ui/check-box";
import { FieldGroup } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { decideOfferAction } from "@/lib/moderation/actions";
import { decisionSchema } from "@/lib/offer/schema";

const decisions = [
  { code: "approve", label: "Valider", hint: "L’offre pourra être publiée.", shortcut: "v", thenFocus: "#decide" },
  { code: "requestChanges", label: "Demander une correction", hint: "La structure reçoit votre motif et corrige son offre.", shortcut: "c", thenFocus: "#reason" },
  { code: "refuse", label: "Refuser", hint: "La décision est définitive ; la structure reçoit votre motif.", shortcut: "r", thenFocus: "#reason" },
] as const;

/** The ARS's decision on one revision. @param query filter of the queue that the next offer is taken from */
export function DecisionForm({ offerId, revisionId, query }: { offerId: string; revisionId: string; query: string }) {
  return (
    <ActionForm action={decideOfferAction} schema={decisionSchema} keepKey={`decision-${revisionId}`}>
      <input type="hidden" name="offerId" value={offerId} />
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="queue" value={query} />
      <DecisionChoice />
      <TextAreaField name="reason" label="Motif" hint="Nécessaire pour demander une correction ou refuser. La structure le lira tel quel." limit={2000} rows={5} />
      <CheckBox name="goOn" value="on" defaultChecked label="Passer ensuite à l’offre suivante" className="mb-3" />
      <SubmitButton id="decide" className="w-full">
        Enregistrer la décision
      </SubmitButton>
    </ActionForm>
  );
}

function DecisionChoice() {
  const { error, value } = useField("decision");
  return (
    <FieldGroup name="decision" label="Décision" error={error}>
      {decisions.map(({ code, label, hint, shortcut, thenFocus }) => (
        <label key={code} className="flex min-h-11 cursor-pointer items-start gap-3 rounded px-2 py-2 hover:bg-accent-soft">
          <input type="radio" name="decision" value={code} defaultChecked={value === code} data-shortcut={shortcut} data-then-focus={thenFocus} className="mt-0.5 size-6 shrink-0 accent-accent" />
          <span>
            <span className="font-semibold">{label}</span>
            <span className="block text-sm text-muted">{hint}</span>
          </span>
        </label>
      ))}
    </FieldGroup>
  );
}
