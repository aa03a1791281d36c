"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { writeToStructureAction } from "@/lib/catalogue/contact/actions";
import { contactSchema, messageLimit } from "@/lib/catalogue/contact/schema";

/** What a student or an establishment writes to the structure of an offer. */
export function ContactForm({ reference }: { reference: string }) {
  return (
    <ActionForm action={writeToStructureAction} schema={contactSchema}>
      <input type="hidden" name="reference" value={reference} />
      <TextField name="name" label="Votre nom" autoComplete="name" />
      <TextField
        name="email"
        label="Votre adresse email"
        hint="La structure vous répondra à cette adresse."
        type="email"
        autoComplete="email"
      />
      <TextField
        name="establishment"
        label="Établissement de formation"
        autoComplete="organization"
        optional
      />
      <TextAreaField name="words" label="Votre message" limit={messageLimit} rows={7} />
      <SubmitButton>Envoyer le message</SubmitButton>
    </ActionForm>
  );
}
