"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { deleteSynonymsAction, saveSynonymsAction } from "@/lib/agency/vocabulary/actions";
import { synonymsSchema } from "@/lib/agency/vocabulary/schema";

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
      values={kept ? { term: kept.term, synonyms: kept.synonyms.join(", ") } : undefined}
    >
      <input type="hidden" name="synonymsId" value={kept?.id ?? ""} />
      <TextField
        name="term"
        label="Mot"
        hint="Celui que disent les offres, en un ou plusieurs mots."
        autoComplete="off"
      />
      <TextAreaField
        name="synonyms"
        label="Synonymes"
        hint="Ce que l’on tape à sa place, séparé par des virgules."
        limit={1000}
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
