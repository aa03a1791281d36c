import { useState } from "react";
import { z } from "zod";
import { ActionForm } from "@/components/ui/action-form";
import { AnsweredPage } from "@/components/ui/answered-page";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ActionFailure, ActionResult } from "@/lib/platform/form/action-result";
import type { Entry } from "./entry";

const done: ActionResult<null> = { ok: true, data: null };
const failure: ActionFailure = {
  ok: false,
  code: "refused",
  message: "Cette page vient d’être supprimée : rien n’a été envoyé.",
  fieldErrors: {},
  values: {},
};
const answers = {
  success: done,
  refused: failure,
  fault: { ...failure, code: "fault", message: "Réessayez plus tard.", reference: "4F7A-21" },
  signedOut: { ...failure, code: "signedOut" },
} satisfies Record<string, ActionResult<null>>;

const titleField = "formTitle";
const schema = z.object({ [titleField]: z.string().min(1, "Indiquez un titre") });

/**
 * A form of one field, answered here.
 * @param name of its field, which stands once in the page
 */
function Form({
  name,
  answer = "success",
  ...told
}: {
  name: string;
  answer?: keyof typeof answers;
} & Pick<
  Parameters<typeof ActionForm<null>>[0],
  "schema" | "errors" | "remarks" | "conflict" | "values"
>) {
  return (
    <ActionForm
      action={() => Promise.resolve(answers[answer])}
      keepKey={`composants/${name}`}
      success="La page est enregistrée"
      {...told}
    >
      <TextField name={name} label="Titre" />
      <SubmitButton>Envoyer</SubmitButton>
    </ActionForm>
  );
}

function Returned() {
  const [back, setBack] = useState(false);
  if (!back)
    return (
      <Button type="button" onClick={() => setBack(true)}>
        Revenir
      </Button>
    );
  return (
    <AnsweredPage given={{ form: "", values: { formGiven: "Accueil" } }}>
      <Form name="formGiven" />
    </AnsweredPage>
  );
}

export const forms: readonly Entry[] = [
  {
    of: ActionForm,
    purpose: "Un formulaire qui change quelque chose : rien de ce qui y est saisi n’est perdu.",
    states: [
      { name: "tel qu’il s’ouvre", sample: <Form name="formPlain" /> },
      {
        name: "à corriger, d’après la page",
        sample: <Form name="formKnown" errors={{ formKnown: ["Indiquez un titre"] }} />,
      },
      {
        name: "à corriger, d’après le navigateur",
        press: "Envoyer",
        sample: <Form name={titleField} schema={schema} />,
      },
      {
        name: "avec une remarque",
        sample: (
          <Form
            name="formRemark"
            values={{ formRemark: "Accueil" }}
            remarks={{ formRemark: "Un titre plus précis, s’il vous plaît." }}
          />
        ),
      },
      {
        name: "modifié ailleurs",
        sample: (
          <Form
            name="formConflict"
            values={{ formConflict: "Accueil" }}
            conflict={{
              by: "vous, dans un autre onglet",
              at: "2027-03-01T09:30:00Z",
              base: "1",
              differences: [{ label: "Titre", mine: "Accueil", theirs: "Bienvenue" }],
            }}
          />
        ),
      },
      { name: "réussi", press: "Envoyer", sample: <Form name="formDone" /> },
      {
        name: "refusé",
        press: "Envoyer",
        sample: <Form name="formRefused" answer="refused" />,
      },
      { name: "en panne", press: "Envoyer", sample: <Form name="formFault" answer="fault" /> },
      {
        name: "session terminée",
        press: "Envoyer",
        sample: <Form name="formSignedOut" answer="signedOut" />,
      },
    ],
  },
  {
    of: AnsweredPage,
    purpose: "Rend à un formulaire envoyé sans scripts, après la connexion, ce qui y était saisi.",
    states: [
      {
        name: "la saisie est revenue",
        press: "Revenir",
        sample: <Returned />,
      },
    ],
  },
];
