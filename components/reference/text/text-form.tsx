"use client";

import { ActionForm } from "@/components/ui/action-form";
import { buttonClass, ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { stateName } from "@/lib/platform/form/base";
import { saveTextAction } from "@/lib/reference/text/actions";
import { agencyTextSchema } from "@/lib/reference/text/schema";
import { agencyTexts, type TextCode } from "@/lib/reference/text/texts";

/** The words of one text, and how they would look before anything is saved. */
export function TextForm({ code, words }: { code: TextCode; words: string }) {
  const { label, limit } = agencyTexts[code];
  return (
    <ActionForm
      action={saveTextAction}
      schema={agencyTextSchema}
      values={{ words, base: stateName({ words }) }}
    >
      <input type="hidden" name="code" value={code} />
      <TextAreaField
        name="words"
        label={label}
        hint={
          "Vide, ce texte redevient celui du portail. {region} et {contact} sont " +
          "remplacés par le nom de la région et l’adresse de l’agence."
        }
        limit={limit}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>Enregistrer</SubmitButton>
        <button
          type="submit"
          formAction="/admin/textes/apercu"
          formMethod="get"
          formTarget="_blank"
          formNoValidate
          className={buttonClass("secondary")}
        >
          Aperçu<span className="sr-only"> (nouvel onglet)</span>
        </button>
        <ButtonLink href="/admin/textes" variant="quiet">
          Annuler
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
