"use client";

import { CheckBox } from "@/components/ui/check-box";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";

export interface SavedPlaces {
  sites: readonly { id: string; siteName: string; siteStreet: string; siteCommune: string }[];
  referents: readonly { id: string; referentName: string; referentFunction: string }[];
}

interface Props {
  saved: SavedPlaces;
  /** Where the form goes without scripts. */
  target: string;
}

/** Brings the page back with the fields of a saved site; everything else stays as typed. */
export function SavedSitePicker({ saved: { sites }, target }: Props) {
  const choices = sites.map(({ id, siteName, siteStreet, siteCommune }) => ({
    value: id,
    label: `${siteName}, ${siteStreet}, ${siteCommune}`,
  }));
  return (
    <Picker
      name="savedSite"
      label="Reprendre un lieu enregistré"
      about="ce lieu"
      intent="pickSite"
      choices={choices}
      target={target}
    />
  );
}

/** The same for a local referent. */
export function SavedReferentPicker({ saved: { referents }, target }: Props) {
  const choices = referents.map(({ id, referentName, referentFunction }) => ({
    value: id,
    label: `${referentName}, ${referentFunction}`,
  }));
  return (
    <Picker
      name="savedReferent"
      label="Reprendre un référent enregistré"
      about="ce référent"
      intent="pickReferent"
      choices={choices}
      target={target}
    />
  );
}

interface PickerProps {
  name: string;
  label: string;
  about: string;
  intent: string;
  choices: readonly { value: string; label: string }[];
  target: string;
}

function Picker({ name, label, about, intent, choices, target }: PickerProps) {
  if (choices.length === 0) return null;
  return (
    <div className="mb-6 rounded border border-line bg-canvas p-4">
      <SelectField name={name} label={label} optional choices={choices} />
      <SubmitButton
        name="intent"
        value={intent}
        variant="secondary"
        formNoValidate
        formAction={target}
      >
        Reprendre {about}
      </SubmitButton>
    </div>
  );
}

export function SavePlaceBox({ name, label }: { name: string; label: string }) {
  return (
    <div className="mb-6">
      <CheckBox name={name} value="on" label={label} />
    </div>
  );
}
