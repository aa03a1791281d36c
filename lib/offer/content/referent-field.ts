import { z } from "zod";
import { emailField } from "@/lib/platform/values/email";
import { nameLine } from "@/lib/platform/values/names";
import { phoneField, phoneInWords } from "@/lib/platform/values/phone";
import type { FieldWords, Input } from "./kinds";
import { part, text, typed } from "./parts";

const stored = part({
  name: text,
  function: text,
  /** E.164. */
  phone: text,
  email: text,
});

export type LocalReferent = z.output<typeof stored>;

/** Who supervises the students there. Nothing about people is public. */
export const referentField = {
  kind: "group" as const,
  page: "terrain" as const,
  label: "Référent de proximité",
  significance: { atOnce: "le référent de proximité" },
  audience: "structure",
  anchor: "referentName",
  inputs: {
    referentName: {
      kind: "line",
      label: "Référent de proximité",
      optional: false,
      schema: nameLine(120, "Le nom du référent").pipe(
        z.string().min(1, "Renseignez le nom du référent de proximité."),
      ),
      column: {
        also: ["referent", "nom du referent"],
        example: "Paul Klein",
        help: "Nom et prénom.",
      },
    },
    referentFunction: {
      kind: "line",
      label: "Fonction",
      optional: false,
      schema: nameLine(120, "La fonction du référent").pipe(
        z.string().min(1, "Renseignez la fonction du référent de proximité."),
      ),
      column: {
        heading: "Fonction du référent",
        example: "Conseiller principal d’éducation",
        help: "Sa fonction dans la structure.",
      },
    },
    referentPhone: {
      kind: "phone",
      label: "Numéro de téléphone",
      optional: false,
      schema: phoneField,
      column: {
        heading: "Téléphone du référent",
        also: ["telephone"],
        example: "03 29 00 00 01",
        help: "Un numéro français ou d’un pays voisin, suivi de « poste 12 » s’il le faut.",
      },
    },
    referentEmail: {
      kind: "email",
      label: "Adresse email",
      optional: false,
      schema: emailField,
      column: {
        heading: "Email du référent",
        also: ["email", "adresse email du referent", "courriel"],
        example: "paul.klein@exemple.fr",
        help: "Sous la forme nom@exemple.fr.",
      },
    },
  } satisfies Record<string, Input>,
  content: { referent: stored },
  compared: ({ referent }: { referent: LocalReferent }): unknown => [
    typed(referent.name),
    typed(referent.function),
    phoneInWords(referent.phone),
    typed(referent.email).toLowerCase(),
  ],
  words: ({ referent: { name, function: role, phone, email } }: { referent: LocalReferent }) => [
    [name, role].filter(Boolean).join(", "),
    phoneInWords(phone),
    email,
  ],
} satisfies FieldWords & Record<string, unknown>;
