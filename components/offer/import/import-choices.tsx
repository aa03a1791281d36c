"use client";

import { ActionForm } from "@/components/ui/action-form";
import { CheckBox } from "@/components/ui/check-box";
import { FieldGroup } from "@/components/ui/field";
import { useFields } from "@/components/ui/form-context";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancelImportAction, resumeImportAction } from "@/lib/offer/import/actions";
import { agree } from "@/lib/platform/values/french";

/**
 * What to do with the rows that were read: a part of the form that holds the cells to correct, so
 * that no button leaves what was typed there.
 */
export function ImportChoices({ complete, incomplete }: { complete: number; incomplete: number }) {
  const { values } = useFields();
  return (
    <>
      <FieldGroup name="choices" label="Que faire de ces lignes ?" error={undefined}>
        {incomplete > 0 ? (
          <CheckBox
            name="keepIncomplete"
            value="on"
            defaultChecked={values.keepIncomplete === "on"}
            label={`Garder aussi les lignes à corriger (${incomplete})`}
            hint={
              "Elles deviennent des brouillons, à finir dans le formulaire. Sinon, " +
              "elles sont laissées de côté."
            }
          />
        ) : null}
        {complete > 0 ? (
          <CheckBox
            name="publish"
            value="on"
            defaultChecked={values.publish === "on"}
            label="Publier dès la validation"
            hint="Pour les lignes que vous soumettez."
          />
        ) : values.publish === "on" ? (
          <input type="hidden" name="publish" value="on" />
        ) : null}
      </FieldGroup>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>Créer les brouillons</SubmitButton>
        {complete > 0 ? (
          <SubmitButton name="intent" value="submit" variant="secondary">
            {agree(
              complete,
              "Créer et soumettre la ligne complète",
              `Créer et soumettre les ${complete} lignes complètes`,
            )}
          </SubmitButton>
        ) : null}
      </div>
      <p className="mt-2 text-muted">
        Les brouillons restent chez vous : vous les soumettez quand vous voulez. Les lignes soumises
        partent à l’agence pour validation.
      </p>
      <p className="mt-3">
        <SubmitButton name="intent" value="cancel" variant="secondary">
          Ne rien importer
        </SubmitButton>
      </p>
    </>
  );
}

const steps = { cancel: cancelImportAction, resume: resumeImportAction };

/** A button that stops an import, or takes up one that was stopped. */
export function ImportStep({
  step,
  importId,
  label,
}: {
  step: keyof typeof steps;
  importId: string;
  label: string;
}) {
  return (
    <ActionForm action={steps[step]}>
      <input type="hidden" name="importId" value={importId} />
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </ActionForm>
  );
}
