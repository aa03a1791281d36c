"use client";

import { Fragment } from "react";
import { SlotGrid } from "@/components/slot-grid/slot-grid";
import { ActionForm } from "@/components/ui/action-form";
import { FormHeading } from "@/components/ui/form-heading";
import { SaveStatus } from "@/components/ui/save-status";
import type { Choice } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { fieldsOfPage, isPlain } from "@/lib/offer/content/inputs";
import { offerInformationSchema } from "@/lib/offer/content/schema";
import { saveInformationAction } from "@/lib/offer/draft/actions";
import type { FormValues } from "@/lib/platform/form/action-result";
import { draftAutosave, DraftFields } from "./draft-autosave";
import { FieldControl } from "./field-control";

interface Props {
  offerId: string;
  values: FormValues;
  errors?: Record<string, string[]> | undefined;
  /** What the ARS asks for, by field. */
  remarks?: Readonly<Record<string, string>>;
  /** The account that types. */
  owner: string;
  /** Not on the server yet: the first thing typed makes it. */
  fresh?: boolean;
  themes: readonly Choice[];
  audiences: readonly Choice[];
  /** Where «continuer» leads: on to page 2, or back to the check page one came from. */
  intent: "next" | "check";
}

/** Page 1 of the deposit, with the tutorial's labels. */
export function InformationForm({
  offerId,
  values,
  errors,
  remarks,
  owner,
  fresh = false,
  themes,
  audiences,
  intent,
}: Props) {
  const autosave = draftAutosave("informations", { offerId, values, owner, fresh });
  return (
    <ActionForm
      action={saveInformationAction}
      schema={offerInformationSchema}
      values={{ ...values, offerId, base: autosave.base }}
      errors={errors}
      remarks={remarks}
      autosave={autosave}
    >
      <DraftFields />
      <FormHeading help="/deposer-une-offre#offre" about="décrire l’offre">
        Informations générales
      </FormHeading>
      {fieldsOfPage("informations").map((name) =>
        isPlain(name) ? (
          <FieldControl key={name} name={name} choices={{ theme: themes, audience: audiences }} />
        ) : (
          <Fragment key={name}>
            <FormHeading
              help="/deposer-une-offre#periode"
              about="mois et créneaux"
              className="mt-10"
            >
              Période
            </FormHeading>
            <SlotGrid />
          </Fragment>
        ),
      )}
      <div className="mt-8 flex flex-wrap gap-3">
        <SubmitButton name="intent" value={intent}>
          {intent === "check" ? "Enregistrer et revenir à la vérification" : "Continuer"}
        </SubmitButton>
        <SubmitButton name="intent" value="later" variant="secondary" formNoValidate>
          Enregistrer et finir plus tard
        </SubmitButton>
      </div>
      <SaveStatus />
    </ActionForm>
  );
}
