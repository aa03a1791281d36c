import { useRef, useState } from "react";
import { CheckBox } from "@/components/ui/check-box";
import { CheckBoxes } from "@/components/ui/check-boxes";
import { ChoiceBoxes } from "@/components/ui/choice-boxes";
import { ChoiceList } from "@/components/ui/choice-list";
import { ConfirmLink } from "@/components/ui/confirm-link";
import { controlClass } from "@/components/ui/control-class";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterChoices, FilterGroup } from "@/components/ui/filter-choices";
import { FilterField, FilterText } from "@/components/ui/filter-fields";
import { Fold } from "@/components/ui/fold";
import { RadioList } from "@/components/ui/radio-list";
import { type Suggestion, Suggestions } from "@/components/ui/suggestions";
import { TriStateCheckBox } from "@/components/ui/tri-state-check-box";
import { choices, type Entry, fieldStates, longText } from "./entry";

function Switched({ first }: { first: boolean | "indeterminate" }) {
  const [state, setState] = useState(first);
  return (
    <TriStateCheckBox
      label={`Tout le groupe (au départ : ${String(first)})`}
      state={state}
      onToggle={() => setState(state !== true)}
    />
  );
}

const counted = choices.map((choice, index) => ({ ...choice, note: String(1234 * index) }));

const explained = choices.map((choice, index) => ({
  ...choice,
  hint: index === 0 ? undefined : index === 1 ? longText : "Vous recevrez une réponse.",
}));

const found = (): Promise<Suggestion[]> =>
  Promise.resolve([{ key: "33063", label: "Bordeaux (33)", note: "33000" }]);

const foundMany = () =>
  Promise.resolve(
    Array.from({ length: 8 }, (_, index) => ({ key: `${index}`, label: `Ville ${index + 1}` })),
  );

function ProposedLater({ name, ask, type }: { name: string; ask: typeof found; type?: "search" }) {
  const own = useRef<HTMLInputElement>(null);
  return (
    <div className="relative">
      <input ref={own} type={type} id={name} name={name} className={controlClass} />
      <Suggestions control={own} name={name} ask={ask} pick={() => undefined} />
    </div>
  );
}

export const choiceEntries: readonly Entry[] = [
  {
    of: CheckBox,
    purpose: "Une case à cocher, avec une grande cible.",
    states: [
      { name: "décochée", sample: <CheckBox name="box-off" label="Prévenez-moi" /> },
      { name: "cochée", sample: <CheckBox name="box-on" label="Prévenez-moi" defaultChecked /> },
      {
        name: "avec une aide",
        sample: <CheckBox name="box-hint" label="Prévenez-moi" hint="Une fois par semaine." />,
      },
      {
        name: "hors d’usage",
        sample: (
          <>
            <CheckBox name="box-disabled" label="Décochée" disabled />
            <CheckBox name="box-fixed" label="Cochée" disabled defaultChecked />
          </>
        ),
      },
      {
        name: "longs mots, colonne étroite",
        narrow: true,
        sample: <CheckBox name="box-long" label={longText} hint={longText} defaultChecked />,
      },
    ],
  },
  {
    of: CheckBoxes,
    purpose: "Plusieurs choix, tous en vue.",
    states: fieldStates("check-boxes", (text) => <CheckBoxes choices={choices} {...text} />, {
      label: "Moments",
      filled: ["matin", "soir"],
      wrong: ["soir"],
    }),
  },
  {
    of: RadioList,
    purpose: "Un seul de quelques choix, tous en vue, chacun avec ce qui s’ensuit.",
    states: fieldStates("radio-list", (text) => <RadioList choices={explained} {...text} />, {
      label: "Moments",
      filled: "soir",
      wrong: "autre",
    }),
  },
  {
    of: TriStateCheckBox,
    purpose: "Tout, une partie ou rien d’un groupe : le coche ou le décoche en entier.",
    states: [
      { name: "rien", sample: <Switched first={false} /> },
      { name: "une partie", sample: <Switched first="indeterminate" /> },
      { name: "tout", sample: <Switched first /> },
    ],
  },
  {
    of: Suggestions,
    purpose: "Les propositions seules, pour un contrôle qui est déjà là.",
    states: [
      {
        name: "sous un champ",
        sample: (
          <FilterField name="suggest-later" label="Ville">
            <ProposedLater name="suggest-later" ask={found} />
          </FilterField>
        ),
      },
      {
        name: "plus que la liste n’en montre, dans un dialogue",
        sample: (
          <ConfirmLink
            href="#Suggestions"
            label="Choisir une ville"
            title="Choisir une ville"
            keep="Revenir"
          >
            <FilterField name="suggest-many" label="Ville du dialogue">
              {/* Escape empties a field of this kind, and closes a dialog. */}
              <ProposedLater name="suggest-many" ask={foundMany} type="search" />
            </FilterField>
          </ConfirmLink>
        ),
      },
    ],
  },
  {
    of: ChoiceList,
    purpose: "Plusieurs choix d’une liste où l’on peut chercher ; ceux qui sont faits restent vus.",
    states: fieldStates("list", (text) => <ChoiceList choices={choices} {...text} />, {
      label: "Moments",
      filled: ["matin", "soir"],
      wrong: ["soir"],
    }),
  },
  {
    of: ChoiceBoxes,
    purpose: "Plusieurs choix d’un filtre.",
    states: [
      {
        name: "aucun choix fait",
        sample: <ChoiceBoxes name="boxes" label="Moments" chosen={[]} choices={choices} />,
      },
      {
        name: "avec des nombres, colonne étroite",
        narrow: true,
        sample: <ChoiceBoxes name="boxes-noted" chosen={["soir"]} choices={counted} />,
      },
    ],
  },
  {
    of: FilterChoices,
    purpose: "Plusieurs choix d’un filtre, repliés tant qu’aucun n’est fait.",
    states: [
      {
        name: "replié",
        sample: <FilterChoices name="folded" legend="Moment" chosen={[]} choices={counted} />,
      },
      {
        name: "déplié d’un clic",
        press: "Moment de la journée",
        sample: (
          <FilterChoices
            name="unfolded"
            legend="Moment de la journée"
            chosen={[]}
            choices={counted}
          />
        ),
      },
      {
        name: "en usage, colonne étroite",
        narrow: true,
        sample: (
          <FilterChoices
            name="in-use"
            legend={longText}
            chosen={["matin", "soir"]}
            choices={counted}
          />
        ),
      },
    ],
  },
  {
    of: FilterGroup,
    purpose: "Une partie d’un filtre qui se replie et dit combien d’elle est en usage.",
    states: [
      {
        name: "en usage",
        sample: (
          <FilterGroup name="group" legend="Période" chosen={1}>
            <FilterText name="group-day" label="Depuis" type="date" value="2027-03-01" />
          </FilterGroup>
        ),
      },
    ],
  },
  {
    of: FilterBar,
    purpose: "Les filtres d’une liste : l’adresse les contient.",
    states: [
      {
        name: "en usage",
        sample: (
          <FilterBar all="/">
            <FilterText name="bar-day" label="Depuis" type="date" value="2027-03-01" />
          </FilterBar>
        ),
      },
    ],
  },
  {
    of: Fold,
    purpose: "Une partie qui se replie ; ouverte une fois, elle le reste.",
    states: [true, false].map((open) => ({
      name: open ? "ouverte" : "fermée",
      sample: (
        <Fold
          id={open ? "said" : "unsaid"}
          open={open}
          label={open ? "Ce qui est dit" : "Ce qui est tu"}
        >
          <p>{longText}</p>
        </Fold>
      ),
    })),
  },
];
