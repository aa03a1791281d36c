import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { ExportForm } from "@/components/ui/export-form";
import { FormHeading } from "@/components/ui/form-heading";
import { HelpLink } from "@/components/ui/help-link";
import { TintLegend } from "@/components/ui/tint";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { type Entry, longText } from "./entry";

const confirmed = Object.fromEntries(
  new URL(withConfirmation("/", "choix"), "http://localhost").searchParams,
);

export const pageParts: readonly Entry[] = [
  {
    of: FormHeading,
    purpose: "Le titre d’une partie d’un formulaire, et ce que le guide en dit.",
    states: [
      {
        name: "au repos",
        sample: (
          <FormHeading help="/deposer-une-offre#periode" about="les informations">
            Informations
          </FormHeading>
        ),
      },
      {
        name: "colonne étroite",
        narrow: true,
        sample: (
          <FormHeading help="/deposer-une-offre#periode" about="les informations">
            {longText}
          </FormHeading>
        ),
      },
    ],
  },
  {
    of: HelpLink,
    purpose: "Mène à la partie du guide qui en parle, dans un autre onglet.",
    states: [
      {
        name: "au repos",
        sample: <HelpLink section="/deposer-une-offre#periode" about="les horaires" />,
      },
    ],
  },
  {
    of: ExportForm,
    purpose: "Enregistre la liste que l’on voit, avec les colonnes que l’on veut.",
    states: [
      {
        name: "repliée",
        sample: (
          <ExportForm
            action="/composants"
            filter={{}}
            columns={[
              { key: "a", heading: "Intitulé" },
              { key: "b", heading: "Date" },
            ]}
          />
        ),
      },
    ],
  },
  {
    of: ConfirmationToast,
    purpose: "Dit ce qui vient d’être fait, d’après l’adresse.",
    states: [{ name: "vos choix", floats: true, sample: <ConfirmationToast query={confirmed} /> }],
  },
  {
    of: TintLegend,
    purpose: "Ce que dit chaque teinte d’une carte ou d’un calendrier.",
    states: [{ name: "jusqu’à 40", sample: <TintLegend max={40} unit="lieux" /> }],
  },
];
