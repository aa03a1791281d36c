"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { liftSuspensionAction, suspendAction } from "@/lib/agency/suspension/actions";
import { liftSchema, suspendSchema } from "@/lib/agency/suspension/schema";
import type { SuspendedThing } from "@/lib/offer/suspended/rules";

export function SuspendForm({ thing, id }: { thing: SuspendedThing; id: string }) {
  return (
    <ActionForm action={suspendAction} schema={suspendSchema}>
      <input type="hidden" name="thing" value={thing} />
      <input type="hidden" name="id" value={id} />
      <TextAreaField
        name="message"
        label={thing === "account" ? "Message à la personne" : "Message à la structure"}
        hint="Il est envoyé par mail et reste affiché dans son espace, tel quel."
        limit={2000}
        rows={5}
      />
      <SubmitButton variant="danger">Suspendre</SubmitButton>
    </ActionForm>
  );
}

export function LiftForm({
  thing,
  id,
  suspensionId,
}: {
  thing: SuspendedThing;
  id: string;
  suspensionId: string;
}) {
  return (
    <ActionForm action={liftSuspensionAction} schema={liftSchema}>
      <input type="hidden" name="thing" value={thing} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="suspensionId" value={suspensionId} />
      <SubmitButton>Lever la suspension</SubmitButton>
    </ActionForm>
  );
}
