"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { deleteSynonymsAction, saveSynonymsAction } from "@/lib/agency/vocabulary/actions";
import { longestWord, mostSynonyms, synonymsSchema } from "@/lib/agency/vocabulary/schema";
import { stateName } from "@/lib/platform/form/base";
import { synonymsFields, synonymsInWords } from "@/lib/reference/vocabulary/labels";

/** @param kept those that are changed; null for new ones */
export function SynonymsForm({
  kept,
}: {
  kept: { id: string; term: string; synonyms: readonly string[] } | null;
}) {
  return (
    <ActionForm
      action={saveSynonymsAction}
      schema={synonymsSchema}
      values={
        kept ? { ...synonymsInWords(kept), base: stateName(synonymsInWords(kept)) } : undefined
      }
    >
      <input type="hidden" name="synonymsId" value={kept?.id ?? ""} />
      <TextField
        name="term"
        label={synonymsFields.term}
        hint="Celui que disent les offres, en un ou plusieurs mots."
        autoComplete="off"
      />
      <TextAreaField
        name="synonyms"
        label={synonymsFields.synonyms}
        hint={
          `Ce que l’on tape à sa place, séparé par des virgules : ${mostSynonyms} synonymes ` +
          `au plus, de ${longestWord} caractères chacun.`
        }
        rows={3}
      />
      <SubmitButton>Enregistrer</SubmitButton>
    </ActionForm>
  );
}

export function DeleteSynonymsForm({ id, term }: { id: string; term: string }) {
  return (
    <ActionForm action={deleteSynonymsAction}>
      <input type="hidden" name="synonymsId" value={id} />
      <SubmitButton variant="quiet">
        Supprimer<span className="sr-only"> : {term}</span>
      </SubmitButton>
    </ActionForm>
  );
}
