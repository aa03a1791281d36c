"use client";

import { ActionForm } from "@/components/ui/action-form";
import { CheckBox } from "@/components/ui/check-box";
import { FieldGroup } from "@/components/ui/field";
import { useField } from "@/components/ui/form-context";
import { type Choice, SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import {
  addTermAction,
  mergeTermAction,
  renameTermAction,
  retireTermAction,
  takeTermBackAction,
} from "@/lib/agency/vocabulary/actions";
import { mergedTermSchema, newTermSchema, renamedTermSchema } from "@/lib/agency/vocabulary/schema";
import { stateName } from "@/lib/platform/form/base";
import { termLabel } from "@/lib/reference/vocabulary/labels";
import type { VocabularyKind } from "@/lib/reference/vocabulary/rules";

export function AddTermForm({ kind }: { kind: VocabularyKind }) {
  return (
    <ActionForm action={addTermAction} schema={newTermSchema}>
      <input type="hidden" name="kind" value={kind} />
      <TextField
        name="label"
        label={termLabel}
        hint="Il prend place à la fin de la liste."
        autoComplete="off"
      />
      <SubmitButton>Ajouter</SubmitButton>
    </ActionForm>
  );
}

export function RenameTermForm({ termId, label }: { termId: string; label: string }) {
  return (
    <ActionForm
      action={renameTermAction}
      schema={renamedTermSchema}
      values={{ label, base: stateName({ label }) }}
    >
      <input type="hidden" name="termId" value={termId} />
      <TextField name="label" label={termLabel} autoComplete="off" />
      <SubmitButton>Enregistrer</SubmitButton>
    </ActionForm>
  );
}

export function RetireTermForm({ termId, retired }: { termId: string; retired: boolean }) {
  return (
    <ActionForm action={retired ? takeTermBackAction : retireTermAction}>
      <input type="hidden" name="termId" value={termId} />
      <SubmitButton variant="secondary">
        {retired ? "Proposer de nouveau" : "Retirer de la liste"}
      </SubmitButton>
    </ActionForm>
  );
}

/** @param targets the offered terms of the same list, this one left out */
export function MergeTermForm({ termId, targets }: { termId: string; targets: readonly Choice[] }) {
  return (
    <ActionForm action={mergeTermAction} schema={mergedTermSchema}>
      <input type="hidden" name="termId" value={termId} />
      <SelectField name="targetId" label="Terme qui reste" choices={targets} />
      <Sure />
      <SubmitButton variant="danger">Fusionner</SubmitButton>
    </ActionForm>
  );
}

function Sure() {
  const { error } = useField("sure");
  return (
    <FieldGroup name="sure" label="Confirmation" error={error}>
      <CheckBox name="sure" value="on" label="Je sais qu’une fusion ne se défait pas." />
    </FieldGroup>
  );
}
