import { Link } from "@/components/ui/link";
import { offerFields } from "@/lib/offer/content/fields";
import { supportLabels } from "@/lib/offer/content/labels";
import { inFigures } from "@/lib/platform/values/french";
import { FieldTopics } from "../field-topics";
import { Shot } from "../shot";

export function InformationTopic() {
  return (
    <>
      <p>
        Dans votre espace, cliquez sur <Link href="/espace/offres/nouvelle">Créer une offre</Link>.
        Trois étapes vous attendent : les informations générales, le terrain d’action, la
        vérification. Plus l’offre est précise, plus il est facile de la choisir. Les champs marqués
        « (facultatif) » peuvent rester vides.
      </p>
      <Shot name="informations" />
      <FieldTopics page="informations" prose={prose} />
    </>
  );
}

const prose = {
  themeIds: {
    body: (
      <p>
        Cochez un ou plusieurs thèmes ; le champ « Chercher… » raccourcit la liste. Prenez{" "}
        <strong>« À définir »</strong> si vous préférez que les étudiants mènent eux-mêmes une
        enquête pour trouver de quoi votre public a besoin.
      </p>
    ),
  },
  description: {
    body: (
      <>
        <p>Elle oriente les étudiants. Dites par exemple :</p>
        <ul>
          <li>où et avec qui l’action se déroule ;</li>
          <li>ce que vous en attendez ;</li>
          <li>ce que feront les étudiants ;</li>
          <li>ce qu’il faut prévoir : matériel, tenue.</li>
        </ul>
        <p>
          Vous avez {inFigures(offerFields.description.limit)} caractères. Tout le monde peut lire
          ce texte : n’y mettez ni nom, ni téléphone, ni adresse email.
        </p>
      </>
    ),
  },
  support: {
    id: "prise-en-charge",
    body: (
      <p>
        Cochez « {supportLabels.lodging} » ou « {supportLabels.catering} » si vous les proposez.
        Loin des établissements de formation, c’est souvent ce qui permet aux étudiants de venir.
      </p>
    ),
  },
};
