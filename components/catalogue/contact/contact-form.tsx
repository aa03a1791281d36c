"use client";

import { ActionForm } from "@/components/ui/action-form";
import { CheckBoxes } from "@/components/ui/check-boxes";
import { EmailField } from "@/components/ui/email-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { writeToStructureAction } from "@/lib/catalogue/contact/actions";
import { disciplineLabels, disciplines } from "@/lib/catalogue/contact/labels";
import { contactSchema, messageLimit } from "@/lib/catalogue/contact/schema";
import type { When } from "@/lib/catalogue/contact/when";
import { halfDayLabel, monthLabels } from "@/lib/offer/availability/availability-words";

/**
 * What a student or an establishment writes to the structure of an offer, and what it needs to know
 * to answer.
 * @param open when the offer hosts, from now on
 * @param wanted what was searched for
 */
export function ContactForm({
  reference,
  open,
  wanted,
}: {
  reference: string;
  open: When;
  wanted: When;
}) {
  return (
    <ActionForm
      action={writeToStructureAction}
      schema={contactSchema}
      values={{ students: "1", months: wanted.months.map(String), halfDays: [...wanted.halfDays] }}
    >
      <input type="hidden" name="reference" value={reference} />
      <TextField name="name" label="Votre nom" autoComplete="name" />
      <EmailField
        name="email"
        label="Votre adresse email"
        hint="La structure vous répondra à cette adresse. Vous y recevez une copie de la demande."
        autoComplete="email"
      />
      <TextField
        name="establishment"
        label="Établissement de formation"
        autoComplete="organization"
        optional
      />
      <TextField name="students" label="Nombre d’étudiants" inputMode="numeric" />
      <CheckBoxes
        name="disciplines"
        className="grid gap-x-4 sm:grid-cols-2"
        label="Filières"
        choices={disciplines.map((value) => ({ value, label: disciplineLabels[value] }))}
      />
      {open.months.length > 0 ? (
        <>
          <CheckBoxes
            name="months"
            className="grid gap-x-4 sm:grid-cols-2"
            label="Mois souhaités"
            hint="Parmi ceux de l’offre. Rien de coché : à convenir."
            optional
            choices={open.months.map((month) => ({
              value: String(month),
              label: monthLabels[month],
            }))}
          />
          <CheckBoxes
            name="halfDays"
            className="grid gap-x-4 sm:grid-cols-2"
            label="Demi-journées souhaitées"
            optional
            choices={open.halfDays.map((value) => ({ value, label: halfDayLabel(value) }))}
          />
        </>
      ) : null}
      <TextAreaField name="words" label="Votre message" limit={messageLimit} rows={7} />
      <SubmitButton>Envoyer le message</SubmitButton>
    </ActionForm>
  );
}
