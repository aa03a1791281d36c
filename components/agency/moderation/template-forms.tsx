"use client";

import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmLink } from "@/components/ui/confirm-link";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { deleteTemplateAction, saveTemplateAction } from "@/lib/agency/moderation/actions";
import {
  templateDecisionLabels,
  templateInWords,
  templateLabels,
} from "@/lib/agency/moderation/labels";
import type { TemplateDto } from "@/lib/agency/moderation/queries/reason-templates";
import { templateSchema } from "@/lib/agency/moderation/schema";
import { stateName } from "@/lib/platform/form/base";

/** A kept reason, to add or to change. */
export function TemplateForm({ template }: { template: TemplateDto | null }) {
  const values = template
    ? {
        base: stateName(templateInWords(template)),
        decision: template.decision,
        name: template.name,
        words: template.words,
      }
    : undefined;
  return (
    <ActionForm action={saveTemplateAction} schema={templateSchema} values={values}>
      <input type="hidden" name="templateId" value={template?.id ?? ""} />
      <SelectField
        name="decision"
        label={templateLabels.decision}
        choices={Object.entries(templateDecisionLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        name="name"
        label={templateLabels.name}
        hint="Pour le retrouver dans la liste ; la structure ne le lit pas."
      />
      <TextAreaField
        name="words"
        label={templateLabels.words}
        hint="La structure le lira, tel quel ou adapté à son offre."
        limit={2000}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>Enregistrer</SubmitButton>
        <ButtonLink href="/admin/motifs" variant="secondary">
          Annuler
        </ButtonLink>
      </div>
    </ActionForm>
  );
}

/** Asked before: nothing brings its words back. */
export function DeleteTemplateLink({ id, name }: { id: string; name: string }) {
  return (
    <ConfirmLink
      href={`/admin/motifs?supprimer=${id}`}
      variant="quiet"
      label={
        <>
          Supprimer<span className="sr-only"> : {name}</span>
        </>
      }
      title="Supprimer ce motif ?"
      keep="Garder le motif"
    >
      <DeleteTemplateQuestion id={id} name={name} />
    </ConfirmLink>
  );
}

/** What deleting a kept reason means, and the button that does it. */
export function DeleteTemplateQuestion({ id, name }: { id: string; name: string }) {
  return (
    <>
      <p className="mb-2 break-words text-lg font-semibold">{name}</p>
      <p className="mb-6">
        Plus aucun modérateur ne le trouvera, et son texte est perdu. Les décisions déjà prises ne
        changent pas.
      </p>
      <ActionForm action={deleteTemplateAction}>
        <input type="hidden" name="templateId" value={id} />
        <SubmitButton variant="danger">Supprimer le motif</SubmitButton>
      </ActionForm>
    </>
  );
}
