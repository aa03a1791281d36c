"use client";

import { FormHeading } from "@/components/help/form-heading";
import { SlotGrid } from "@/components/offer/slot-grid";
import { ActionForm } from "@/components/ui/action-form";
import { useField } from "@/components/ui/form-context";
import { CheckBox } from "@/components/ui/check-box";
import { ChoiceList } from "@/components/ui/choice-list";
import { FieldGroup } from "@/components/ui/field";
import { SaveStatus } from "@/components/ui/save-status";
import { NumberStepper } from "@/components/ui/number-stepper";
import type { Choice } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { FormValues } from "@/lib/platform/action-result";
import { saveInformationAction } from "@/lib/offer/actions";
import { supportLabels } from "@/lib/offer/content/labels";
import { listOf } from "@/lib/offer/content/draft-reading";
import { descriptionLimit, offerInformationSchema } from "@/lib/offer/content/schema";
import { draftAutosave, DraftFields } from "./draft-autosave";

interface Props {
  offerId: string;
  values: FormValues;
  errors?: Record<string, string[]>;
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
      <FormHeading help="offre" about="décrire l’offre">
        Informations générales
      </FormHeading>
      <TextField
        name="title"
        label="Titre de l’offre"
        optional
        hint="Sans titre, l’offre portera le nom de ses thèmes."
      />
      <ChoiceList
        name="themeIds"
        label="Thèmes"
        hint="« À définir » convient si les étudiants mènent eux-mêmes une enquête de besoin."
        choices={themes}
      />
      <ChoiceList
        name="audienceIds"
        label="Public cible"
        hint="Les personnes à qui l’action s’adresse. Plusieurs choix sont possibles."
        choices={audiences}
      />
      <NumberStepper
        name="places"
        label="Nombre de places"
        unit="places"
        hint="Le nombre total d’étudiants que vous pouvez accueillir sur cette offre."
        max={500}
      />
      <TextAreaField
        name="description"
        label="Description"
        optional
        limit={descriptionLimit}
        hint="Ce qui aide les étudiants à comprendre l’action : le lieu, les objectifs, leur rôle."
      />
      <FormHeading help="periode" about="mois et créneaux" className="mt-10">
        Période
      </FormHeading>
      <SlotGrid />
      <SupportField />
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

function SupportField() {
  const { error, value } = useField("support");
  const given = listOf(value);
  return (
    <FieldGroup
      name="support"
      label="Option de prise en charge"
      optional
      hint="Important pour les structures éloignées des établissements de formation."
      error={error}
    >
      {Object.entries(supportLabels).map(([code, label]) => (
        <CheckBox
          key={code}
          name="support"
          value={code}
          label={label}
          defaultChecked={given.includes(code)}
        />
      ))}
    </FieldGroup>
  );
}
