import { CheckBox } from "@/components/ui/check-box";
import { controlClass } from "@/components/ui/control-class";
import { EmailField } from "@/components/ui/email-field";
import { Field, FieldGroup, Remark } from "@/components/ui/field";
import type { FieldText } from "@/components/ui/field";
import { FilterError, FilterField, FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { useField } from "@/components/ui/form-context";
import { NumberStepper } from "@/components/ui/number-stepper";
import { PasswordField } from "@/components/ui/password-field";
import { SelectField } from "@/components/ui/select-field";
import { SuggestField } from "@/components/ui/suggest-field";
import { SuggestInput } from "@/components/ui/suggest-input";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { choices, type Entry, fieldStates, InForm, longText } from "./entry";

function OwnControl(text: FieldText) {
  const { error } = useField(text.name);
  return (
    <Field {...text} error={error}>
      <input id={text.name} name={text.name} className={controlClass} />
    </Field>
  );
}

function OwnGroup(text: FieldText) {
  const { error } = useField(text.name);
  return (
    <FieldGroup {...text} error={error}>
      {choices.map(({ value, label }) => (
        <CheckBox key={value} name={text.name} value={value} label={label} />
      ))}
    </FieldGroup>
  );
}

const words = { label: "Titre", filled: "Une journée à l’accueil", wrong: "?" };
const criteria = [
  { label: "12 caractères au moins", test: () => true },
  { label: "Une majuscule", test: () => false },
  { label: "Un chiffre", test: () => false },
];

const nowhere = { ask: () => Promise.resolve([]), pick: () => undefined };
const somewhere = {
  ask: () =>
    Promise.resolve([
      { key: "1", label: "Bordeaux", note: "33000" },
      { key: "2", label: longText, note: "33100" },
    ]),
  pick: () => undefined,
};

export const fields: readonly Entry[] = [
  {
    of: SuggestField,
    purpose: "Une ligne de texte, avec des propositions pendant la saisie.",
    states: [
      ...fieldStates("suggest", (text) => <SuggestField {...text} {...nowhere} />, words),
      {
        name: "propose",
        sample: (
          <InForm name="suggest-some" value="">
            <SuggestField name="suggest-some" label="Ville" {...somewhere} />
          </InForm>
        ),
      },
    ],
  },
  {
    of: SuggestInput,
    purpose: "Le contrôle de ce champ seul, sous un libellé qui n’est pas d’un formulaire.",
    states: [
      {
        name: "dans un filtre",
        sample: (
          <FilterField name="suggest-alone" label="Ville">
            <SuggestInput
              name="suggest-alone"
              value="Bordeaux"
              invalid={false}
              description={undefined}
              {...somewhere}
            />
          </FilterField>
        ),
      },
    ],
  },
  {
    of: EmailField,
    purpose: "Une adresse email ; une faute dans un nom de domaine courant est signalée.",
    states: [
      ...fieldStates("email", (text) => <EmailField {...text} />, {
        label: "Adresse email",
        filled: "claire.martin@exemple.fr",
        wrong: "claire",
      }),
      {
        name: "une faute probable",
        sample: (
          <InForm name="email-slip" value="claire.martin@gmial.com">
            <EmailField name="email-slip" label="Adresse email" />
          </InForm>
        ),
      },
    ],
  },
  {
    of: TextField,
    purpose: "Une ligne de texte d’un formulaire.",
    states: [
      ...fieldStates("text", (text) => <TextField {...text} />, words),
      {
        name: "court",
        sample: (
          <InForm name="text-short" value="33000">
            <TextField name="text-short" label="Code postal" width="short" inputMode="numeric" />
          </InForm>
        ),
      },
      {
        name: "un jour",
        sample: (
          <InForm name="text-day" value="2027-03-01">
            <TextField name="text-day" label="Premier jour" type="date" width="short" />
          </InForm>
        ),
      },
    ],
  },
  {
    of: TextAreaField,
    purpose: "Un texte de plusieurs lignes, avec le compte des caractères.",
    states: [
      ...fieldStates("area", (text) => <TextAreaField limit={300} rows={3} {...text} />, words),
      {
        name: "trop long",
        sample: (
          <InForm name="area-over" value={longText}>
            <TextAreaField name="area-over" label="Message" limit={100} rows={3} />
          </InForm>
        ),
      },
    ],
  },
  {
    of: SelectField,
    purpose: "Un choix dans une liste qui tient à l’écran.",
    states: fieldStates("select", (text) => <SelectField choices={choices} {...text} />, {
      label: "Moment",
      filled: "soir",
      wrong: "",
    }),
  },
  {
    of: NumberStepper,
    purpose: "Un petit nombre entier, à saisir ou à régler pas à pas.",
    states: fieldStates("number", (text) => <NumberStepper unit="places" {...text} />, {
      label: "Nombre de places",
      filled: "12",
      wrong: "1000",
    }),
  },
  {
    of: PasswordField,
    purpose: "Un mot de passe, que l’on peut afficher, avec les critères qu’il remplit.",
    states: [
      ...fieldStates(
        "password",
        (text) => <PasswordField autoComplete="current-password" {...text} />,
        { ...words, label: "Mot de passe" },
      ),
      {
        name: "avec ses critères",
        sample: (
          <PasswordField
            name="password-new"
            label="Nouveau mot de passe"
            autoComplete="new-password"
            criteria={criteria}
          />
        ),
      },
      {
        name: "affiché",
        press: "Afficher le mot de passe",
        sample: (
          <PasswordField
            name="password-shown"
            label="Mot de passe"
            autoComplete="current-password"
          />
        ),
      },
    ],
  },
  {
    of: Field,
    purpose: "Le libellé, l’aide et l’erreur d’un contrôle qui n’est pas des précédents.",
    states: fieldStates("field", (text) => <OwnControl {...text} />, words),
  },
  {
    of: FieldGroup,
    purpose: "La même chose pour un groupe de contrôles.",
    states: fieldStates("group", (text) => <OwnGroup {...text} />, { ...words, label: "Moments" }),
  },
  {
    of: Remark,
    purpose: "Ce que quelqu’un d’autre a écrit sur un champ ; les champs la montrent d’eux-mêmes.",
    states: [
      {
        name: "seule",
        sample: (
          <InForm name="remark" remark={`Une première phrase.\nPuis : ${longText}`}>
            <Remark name="remark" />
          </InForm>
        ),
      },
    ],
  },
  {
    of: FilterField,
    purpose: "Le libellé d’un filtre qui n’est pas des suivants.",
    states: [
      {
        name: "long libellé, colonne étroite",
        narrow: true,
        sample: (
          <FilterField name="filter-own" label={longText}>
            <input id="filter-own" name="filter-own" className={controlClass} />
          </FilterField>
        ),
      },
    ],
  },
  {
    of: FilterText,
    purpose: "Des mots, ou un jour, qui filtrent une liste : l’adresse de la page les retient.",
    states: [
      { name: "vide", sample: <FilterText name="filter-empty" label="Mots" value="" /> },
      { name: "rempli", sample: <FilterText name="filter-full" label="Mots" value="accueil" /> },
      {
        name: "un jour",
        sample: <FilterText name="filter-day" label="Depuis" type="date" value="2027-03-01" />,
      },
      {
        name: "long libellé, colonne étroite",
        narrow: true,
        sample: <FilterText name="filter-long" label={longText} value={longText} />,
      },
    ],
  },
  {
    of: FilterError,
    purpose: "Dit pourquoi le filtre du même nom ne trouve rien.",
    states: [
      {
        name: "sous son filtre",
        sample: (
          <>
            <FilterText name="filter-wrong" label="Depuis" value="31/02/2027" invalid />
            <FilterError name="filter-wrong">Le 31 février n’existe pas.</FilterError>
          </>
        ),
      },
    ],
  },
  {
    of: FilterSelect,
    purpose: "Un choix, ou tous, qui filtre une liste.",
    states: [
      {
        name: "tous",
        sample: (
          <FilterSelect
            name="filter-all"
            label="Moment"
            value=""
            all="Tous les moments"
            choices={choices}
          />
        ),
      },
      {
        name: "un choix long, colonne étroite",
        narrow: true,
        sample: <FilterSelect name="filter-one" label={longText} value="soir" choices={choices} />,
      },
    ],
  },
];
