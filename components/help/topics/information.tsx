import { supportLabels } from "@/lib/offer/content/labels";
import { descriptionLimit } from "@/lib/offer/content/schema";
import { PageLink } from "../page-link";
import { Shot } from "../shot";

export function InformationTopic() {
  return (
    <>
      <p>
        Dans votre espace, cliquez sur{" "}
        <PageLink href="/espace/offres/nouvelle">Créer une offre</PageLink>. Trois étapes vous
        attendent : les informations générales, le terrain d’action, la vérification. Plus l’offre
        est précise, plus il est facile de la choisir. Les champs marqués « (facultatif) » peuvent
        rester vides.
      </p>
      <Shot name="informations" />
      <h3>Titre de l’offre</h3>
      <p>
        S’il y en a un. Un titre court qui nomme l’action suffit : « Prévention de l’obésité ». Sans
        titre, l’offre porte le nom de ses thèmes.
      </p>
      <h3>Thèmes</h3>
      <p>
        Cochez un ou plusieurs thèmes ; le champ « Chercher… » raccourcit la liste. Prenez{" "}
        <strong>« À définir »</strong> si vous préférez que les étudiants mènent eux-mêmes une
        enquête pour trouver de quoi votre public a besoin.
      </p>
      <h3>Public cible</h3>
      <p>
        Les personnes à qui l’action s’adresse. Plusieurs choix sont possibles ; « Tout public »
        convient s’il n’y en a pas un en particulier.
      </p>
      <h3>Nombre de places</h3>
      <p>
        Le nombre total d’étudiants que vous pouvez accueillir sur cette offre, et non le nombre par
        demi-journée.
      </p>
      <h3>Description</h3>
      <p>Elle oriente les étudiants. Dites par exemple :</p>
      <ul>
        <li>où et avec qui l’action se déroule ;</li>
        <li>ce que vous en attendez ;</li>
        <li>ce que feront les étudiants ;</li>
        <li>ce qu’il faut savoir avant de venir : accès, matériel, tenue.</li>
      </ul>
      <p>
        Vous avez {descriptionLimit.toLocaleString("fr-FR")} caractères. Tout le monde peut lire ce
        texte : n’y mettez ni nom, ni téléphone, ni adresse email.
      </p>
      <h3 id="prise-en-charge">Option de prise en charge</h3>
      <p>
        Cochez « {supportLabels.lodging} » ou « {supportLabels.catering} » si vous les proposez.
        Loin des établissements de formation, c’est souvent ce qui permet aux étudiants de venir.
      </p>
    </>
  );
}
