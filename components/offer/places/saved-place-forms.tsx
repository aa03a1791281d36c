"use client";

import { AddressFields } from "@/components/reference/commune/address-fields";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { EmailField } from "@/components/ui/email-field";
import { type Choice, SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import {
  removeSavedPlaceAction,
  saveReferentAction,
  saveStructureSiteAction,
} from "@/lib/offer/places/actions";
import { savedReferentSchema, savedSiteSchema } from "@/lib/offer/places/schema";
import type { FormValues } from "@/lib/platform/form/action-result";

interface SiteProps {
  id: string;
  isNew: boolean;
  values: FormValues;
  siteTypes: readonly Choice[];
}

/** A site of the structure, to add or to change. */
export function SavedSiteForm({ id, isNew, values, siteTypes }: SiteProps) {
  return (
    <ActionForm
      action={saveStructureSiteAction}
      schema={savedSiteSchema}
      values={values}
      keepKey={`lieu-${isNew ? "nouveau" : id}`}
    >
      <input type="hidden" name="id" value={id} />
      <TextField name="siteName" label="Nom de la structure d’accueil" />
      <AddressFields
        names={{
          street: "siteStreet",
          postcode: "sitePostcode",
          commune: "siteCommune",
          outside: "siteOutside",
        }}
      />
      <SelectField
        name="siteTypeId"
        label="Type de terrain d’action"
        hint="Le cadre où les étudiants mèneront l’action."
        choices={siteTypes}
      />
      <FormButtons />
    </ActionForm>
  );
}

/** A local referent, to add or to change. */
export function SavedReferentForm({
  id,
  isNew,
  values,
}: Pick<SiteProps, "id" | "isNew" | "values">) {
  return (
    <ActionForm
      action={saveReferentAction}
      schema={savedReferentSchema}
      values={values}
      keepKey={`referent-${isNew ? "nouveau" : id}`}
    >
      <input type="hidden" name="id" value={id} />
      <TextField
        name="referentName"
        label="Référent de proximité"
        hint="Nom et prénom de la personne qui encadre les étudiants pendant le stage."
      />
      <TextField name="referentFunction" label="Fonction" />
      <div className="grid items-end gap-x-4 sm:grid-cols-2">
        <TextField name="referentPhone" label="Numéro de téléphone" type="tel" />
        <EmailField name="referentEmail" label="Adresse email" />
      </div>
      <FormButtons />
    </ActionForm>
  );
}

function FormButtons() {
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton>Enregistrer</SubmitButton>
      <ButtonLink href="/espace/sites" variant="secondary">
        Annuler
      </ButtonLink>
    </div>
  );
}

/** One button; nothing is lost by it but a line to type again: offers have copies of their own. */
export function RemoveButton({
  id,
  kind,
  about,
}: {
  id: string;
  kind: "site" | "referent";
  about: string;
}) {
  return (
    <ActionForm action={removeSavedPlaceAction}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton name="kind" value={kind} variant="quiet">
        Retirer<span className="sr-only"> {about}</span>
      </SubmitButton>
    </ActionForm>
  );
}
