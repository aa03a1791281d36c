"use client";

import { ActionForm } from "@/components/ui/action-form";
import { CheckBox } from "@/components/ui/check-box";
import { FieldGroup } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancelImportAction, startImportAction } from "@/lib/import/actions";

/** What to do with the rows that were read. */
export function ImportChoices({ importId, complete, incomplete }: { importId: string; complete: number; incomplete: number }) {
  return (
    <>
      <ActionForm action={startImportAction}>
        <input type="hidden" name="importId" value={importId} />
        <FieldGroup name="choices" label="Que faire de ces lignes ?" error={undefined}>
          {incomplete > 0 ? (
            <CheckBox
              name="keepIncomplete"
              value="on"
              label={`Garder aussi les lignes à corriger (${incomplete})`}
              hint="Elles deviennent des brouillons, à finir dans le formulaire. Sinon, elles sont laissées de côté."
            />
          ) : null}
          {complete > 0 ? (
            <>
              <CheckBox
                name="submit"
                value="on"
                label={`Soumettre directement les lignes complètes (${complete})`}
                hint="Elles partent à l’agence pour validation. Sinon, ce sont des brouillons que vous soumettez quand vous voulez."
              />
              <CheckBox name="publish" value="on" defaultChecked label="Publier dès la validation" hint="Pour les lignes soumises directement." />
            </>
          ) : null}
        </FieldGroup>
        <SubmitButton>Créer les brouillons</SubmitButton>
      </ActionForm>
      <div className="mt-3">
        <CancelImport importId={importId} label="Ne rien importer" />
      </div>
    </>
  );
}

export function CancelImport({ importId, label }: { importId: string; label: string }) {
  return (
    <ActionForm action={cancelImportAction}>
      <input type="hidden" name="importId" value={importId} />
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </ActionForm>
  );
}
