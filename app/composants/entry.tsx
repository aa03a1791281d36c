import type { ReactNode } from "react";
import type { FieldText } from "@/components/ui/field";
import { FormContext } from "@/components/ui/form-context";
import type { Choice } from "@/components/ui/select-field";

/** One look of a component. */
export interface State {
  name: string;
  sample: ReactNode;
  /** In a column as narrow as a phone. */
  narrow?: boolean;
  /** It floats over the page: its frame needs room. */
  floats?: boolean;
  /** The button or link that brings this look about; whoever opens the page presses it. */
  press?: string;
}

export interface Entry {
  of: (props: never) => ReactNode;
  /** What it is for, in one sentence. */
  purpose: string;
  states: readonly State[];
}

export const longText =
  "Les indications à donner aux personnes qui viendront pour la première fois, avec l’étage, " +
  "la porte à prendre et l’adresse accueil-des-personnes-nouvelles@etablissement.example";

export const choices: readonly Choice[] = [
  { value: "matin", label: "Le matin" },
  { value: "apres-midi", label: "L’après-midi" },
  { value: "soir", label: "Le soir, quand l’accueil est ouvert et que quelqu’un peut répondre" },
  { value: "autre", label: "À un autre moment" },
];

const nothing = { errors: {}, values: {}, remarks: {}, pending: false };

/** A field in a form that says this of it. */
export function InForm({
  name,
  value = "",
  error,
  remark,
  pending = false,
  children,
}: {
  name: string;
  value?: string | string[];
  error?: string;
  remark?: string;
  pending?: boolean;
  children: ReactNode;
}) {
  const told = {
    ...nothing,
    values: { [name]: value },
    errors: error ? { [name]: [error] } : {},
    remarks: remark ? { [name]: remark } : {},
    pending,
  };
  return <FormContext value={told}>{children}</FormContext>;
}

/**
 * The looks that every field of a form has.
 * @param prefix of the fields' names: each stands once in the page
 * @param wrong what is typed where something has to be corrected
 */
export function fieldStates(
  prefix: string,
  field: (text: FieldText) => ReactNode,
  { label, filled, wrong }: { label: string; filled: string | string[]; wrong: string | string[] },
): State[] {
  const state = (
    key: string,
    name: string,
    text: Partial<FieldText> = {},
    told: { value?: string | string[]; error?: string; remark?: string } = {},
    narrow = false,
  ): State => {
    const id = `${prefix}-${key}`;
    return {
      name,
      narrow,
      sample: (
        <InForm name={id} {...told}>
          {field({ name: id, label, ...text })}
        </InForm>
      ),
    };
  };
  const error = `Corrigez la réponse « ${label} »`;
  return [
    state("empty", "vide"),
    state("filled", "rempli", {}, { value: filled }),
    state("hinted", "facultatif, avec une aide", { optional: true, hint: "Une phrase suffit." }),
    state("wrong", "à corriger", {}, { value: wrong, error }),
    state(
      "remarked",
      "avec une remarque",
      {},
      { value: filled, remark: "Pouvez-vous être plus précis ?" },
    ),
    state(
      "long",
      "tout à la fois, longs mots, colonne étroite",
      { label: longText, hint: longText, optional: true },
      { value: wrong, error: longText, remark: longText },
      true,
    ),
  ];
}
