"use client";

import { Fragment, type ReactNode, useRef } from "react";
import { DocumentsField } from "@/components/documents/documents-field";
import { AddressFields } from "@/components/reference/commune/address-fields";
import { ActionForm } from "@/components/ui/action-form";
import { CheckBox } from "@/components/ui/check-box";
import { EmailField } from "@/components/ui/email-field";
import { useField } from "@/components/ui/form-context";
import { FormHeading } from "@/components/ui/form-heading";
import { SaveStatus } from "@/components/ui/save-status";
import { type Choice, SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { fieldsOfPage, type GroupName, isPlain } from "@/lib/offer/content/inputs";
import { offerSiteSchema } from "@/lib/offer/content/schema";
import type { DocumentDto } from "@/lib/offer/documents/queries";
import { saveSiteAction } from "@/lib/offer/draft/actions";
import type { Conflict, FormValues } from "@/lib/platform/form/action-result";
import { draftAutosave, DraftFields } from "./draft-autosave";
import { FieldControl } from "./field-control";
import {
  type SavedPlaces,
  SavedReferentPicker,
  SavedSitePicker,
  SavePlaceBox,
} from "./saved-places";

interface Props {
  offerId: string;
  values: FormValues;
  errors?: Record<string, string[]> | undefined;
  /** What the ARS asks for, by field. */
  remarks?: Readonly<Record<string, string>>;
  /** What the draft says, without what the page proposes. */
  draft: FormValues;
  /** The account that types. */
  owner: string;
  /** What was typed without scripts against someone else's version. */
  conflict: Conflict | null;
  siteTypes: readonly Choice[];
  documents: readonly DocumentDto[];
  /** Why files sent without JavaScript were refused. */
  refusals: readonly string[];
  saved: SavedPlaces;
  administrator: Record<
    "referentName" | "referentFunction" | "referentPhone" | "referentEmail",
    string
  >;
}

/** Page 2 of the deposit, with the tutorial's labels. */
export function SiteForm({
  offerId,
  values,
  draft,
  errors,
  remarks,
  owner,
  conflict,
  siteTypes,
  documents,
  administrator,
  refusals,
  saved,
}: Props) {
  // Without JavaScript the page goes, with its files, to a route of its own: server actions take no
  // large bodies.
  const target = `/espace/offres/${offerId}/documents`;
  const autosave = draftAutosave("terrain", { offerId, values: draft, owner });
  const groups: Partial<Record<GroupName, ReactNode>> = {
    site: (
      <>
        <FormHeading help="/deposer-une-offre#terrain" about="le terrain d’action">
          Terrain d’action
        </FormHeading>
        <SavedSitePicker saved={saved} target={target} />
        <TextField
          name="siteName"
          label="Nom de la structure d’accueil"
          hint="Repris de votre structure ; changez-le si le stage a lieu ailleurs."
        />
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
        <SavePlaceBox name="keepSite" label="Garder ce lieu pour mes prochaines offres" />
      </>
    ),
    referent: (
      <>
        <FormHeading help="/deposer-une-offre#referent" about="le référent" className="mt-10">
          Référent de proximité
        </FormHeading>
        <SavedReferentPicker saved={saved} target={target} />
        <CopyAdministrator administrator={administrator} />
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
        <SavePlaceBox name="keepReferent" label="Garder ce référent pour mes prochaines offres" />
      </>
    ),
    documents: <DocumentsField target={target} documents={documents} refusals={refusals} />,
  };
  return (
    <ActionForm
      action={saveSiteAction}
      schema={offerSiteSchema}
      values={{ base: autosave.base, ...values, offerId }}
      errors={errors}
      remarks={remarks}
      autosave={autosave}
      conflict={conflict}
      conflictTarget={target}
    >
      <DraftFields />
      {/* «Entrée» in a field presses the first button of a form: it must be the one that goes on,
          not a document's. */}
      <button
        type="submit"
        name="intent"
        value="next"
        formAction={target}
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
      >
        Continuer
      </button>
      {fieldsOfPage("terrain").map((name) => (
        <Fragment key={name}>
          {isPlain(name) ? <FieldControl name={name} /> : groups[name]}
        </Fragment>
      ))}
      <div className="mt-8 flex flex-wrap gap-3">
        <SubmitButton name="intent" value="next" formAction={target}>
          Continuer
        </SubmitButton>
        <SubmitButton
          name="intent"
          value="back"
          variant="secondary"
          formNoValidate
          formAction={target}
        >
          Retour
        </SubmitButton>
        <SubmitButton
          name="intent"
          value="later"
          variant="secondary"
          formNoValidate
          formAction={target}
        >
          Enregistrer et finir plus tard
        </SubmitButton>
      </div>
      <SaveStatus />
    </ActionForm>
  );
}

/**
 * Fills the four fields at once; without JavaScript the server does it when the form is sent with
 * the box ticked.
 */
function CopyAdministrator({ administrator }: Pick<Props, "administrator">) {
  const box = useRef<HTMLDivElement>(null);
  const { value } = useField("copyAdministrator");
  const copy = () => {
    for (const [name, text] of Object.entries(administrator)) {
      const input = box.current?.closest("form")?.elements.namedItem(name);
      if (input instanceof HTMLInputElement) {
        input.value = text;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
  };
  return (
    <div ref={box} className="mb-4">
      <CheckBox
        name="copyAdministrator"
        value="on"
        defaultChecked={value === "on"}
        label="C’est moi : reprendre mes coordonnées d’administrateur"
        onChange={(event) => {
          if (event.target.checked) copy();
        }}
      />
    </div>
  );
}
