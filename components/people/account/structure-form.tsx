"use client";

import { useRef } from "react";
import { AddressFields } from "@/components/reference/commune/address-fields";
import { lookedUp, useLookups } from "@/components/reference/commune/lookups";
import { ActionForm } from "@/components/ui/action-form";
import { typeInto } from "@/components/ui/restore-typing";
import { type Choice, SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { SuggestField } from "@/components/ui/suggest-field";
import { TextField } from "@/components/ui/text-field";
import { registerStructureAction } from "@/lib/people/account/actions";
import { correctStructureAction, editStructureAction } from "@/lib/people/structure/actions";
import type { FoundOrganisation } from "@/lib/people/structure/found-organisations";
import { correctStructureSchema, structureSchema } from "@/lib/people/structure/schema";

/** Step 1 of the registration, with the tutorial's labels. */
export function StructureForm({
  values,
  types,
}: {
  values: Record<string, string>;
  types: readonly Choice[];
}) {
  return (
    <ActionForm action={registerStructureAction} schema={structureSchema} values={values}>
      <StructureFields types={types} />
      <SubmitButton className="w-full sm:w-auto">Suivant</SubmitButton>
    </ActionForm>
  );
}

/** The same, for the administrator of a structure that is registered. */
export function EditStructureForm({
  values,
  types,
}: {
  values: Record<string, string>;
  types: readonly Choice[];
}) {
  return (
    <ActionForm action={editStructureAction} schema={structureSchema} values={values}>
      <StructureFields types={types} />
      <SubmitButton>Enregistrer</SubmitButton>
    </ActionForm>
  );
}

/** The same, for a moderator who sets something right. */
export function CorrectStructureForm({
  structureId,
  values,
  types,
}: {
  structureId: string;
  values: Record<string, string>;
  types: readonly Choice[];
}) {
  return (
    <ActionForm action={correctStructureAction} schema={correctStructureSchema} values={values}>
      <input type="hidden" name="structureId" value={structureId} />
      <StructureFields types={types} />
      <SubmitButton>Enregistrer la correction</SubmitButton>
    </ActionForm>
  );
}

function StructureFields({ types }: { types: readonly Choice[] }) {
  const { organisations } = useLookups();
  const top = useRef<HTMLDivElement>(null);
  const fill = ({ name, street, postcode, commune, type }: FoundOrganisation) => {
    const fields = top.current?.closest("form")?.elements;
    const typeId = types.find(({ label }) => label === type)?.value;
    for (const [field, value] of Object.entries({ name, street, postcode, commune, typeId })) {
      const control = fields?.namedItem(field);
      if (value && (control instanceof HTMLInputElement || control instanceof HTMLSelectElement))
        typeInto(control, value);
    }
  };
  return (
    <>
      {organisations ? (
        <div ref={top}>
          <SuggestField
            name="name"
            label="Raison sociale"
            hint="Son nom ou son SIRET : en choisir une proposition remplit l’adresse."
            autoComplete="organization"
            ask={async (typed) =>
              (await lookedUp<FoundOrganisation>("/api/organismes", typed)).map((found) => ({
                ...found,
                key: found.siret,
                label: found.name,
                note: `${found.postcode} ${found.commune}`,
              }))
            }
            pick={(found) => fill(found)}
          />
        </div>
      ) : (
        <TextField name="name" label="Raison sociale" autoComplete="organization" />
      )}
      <AddressFields
        names={{ street: "street", postcode: "postcode", commune: "commune", cedex: "cedex" }}
      />
      <SelectField name="typeId" label="Type de structure" choices={types} />
      <TextField
        name="representativeName"
        label="Représentant de la structure (Nom et prénom)"
        hint="La personne responsable de la structure d’accueil : direction, présidence…"
      />
      <TextField name="representativeFunction" label="Fonction du représentant de la structure" />
    </>
  );
}
