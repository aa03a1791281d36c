"use client";

import { ActionForm } from "@/components/ui/action-form";
import { CheckBox } from "@/components/ui/check-box";
import { FieldGroup } from "@/components/ui/field";
import { useField } from "@/components/ui/form-context";
import { type Choice, SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { choosePreferencesAction, stopDigestAction } from "@/lib/agency/preferences/actions";
import { digestLabels } from "@/lib/agency/preferences/labels";
import { digests } from "@/lib/agency/preferences/rules";
import { preferencesSchema } from "@/lib/agency/preferences/schema";

const rhythms = digests.map((digest) => ({ value: digest, label: digestLabels[digest] }));

export function PreferencesForm({
  departments,
  values,
}: {
  departments: readonly Choice[];
  values: { departments: string[]; digest: string };
}) {
  return (
    <ActionForm action={choosePreferencesAction} schema={preferencesSchema} values={values}>
      <DepartmentBoxes departments={departments} />
      <SelectField
        name="digest"
        label="Offres qui attendent"
        hint="Un mail ne part que si une offre de ces départements attend une décision."
        choices={rhythms}
      />
      <SubmitButton>Enregistrer mes choix</SubmitButton>
    </ActionForm>
  );
}

function DepartmentBoxes({ departments }: { departments: readonly Choice[] }) {
  const { error, value } = useField("departments");
  const chosen = Array.isArray(value) ? value : [value ?? ""];
  return (
    <FieldGroup
      name="departments"
      label="Mes départements"
      hint="Aucun coché : toute la région."
      optional
      error={error}
    >
      <div className="grid sm:grid-cols-2">
        {departments.map((department) => (
          <CheckBox
            key={department.value}
            name="departments"
            value={department.value}
            label={department.label}
            defaultChecked={chosen.includes(department.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

export function StopDigestForm({ token }: { token: string }) {
  return (
    <ActionForm action={stopDigestAction}>
      <input type="hidden" name="token" value={token} />
      <SubmitButton>Ne plus recevoir ces mails</SubmitButton>
    </ActionForm>
  );
}
