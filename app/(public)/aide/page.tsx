import type { Metadata } from "next";
import { Page, PageTitle } from "@/components/ui/layout";
import { Prose } from "@/components/ui/prose";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Aide : déposer une offre" };

export default function HelpPage() {
  return (
    <Page>
      <PageTitle lead="De l’inscription à la publication, pas à pas.">Déposer une offre de stage</PageTitle>
      <Prose>
        <h2 id="compte">Créer un compte</h2>
        <p>
          Cliquez sur « S’inscrire ». La première page présente votre structure, la seconde la personne qui suivra l’action. Un message vous
          demande ensuite de confirmer votre adresse : vous pouvez déposer sans attendre, mais rien n’est visible avant cette confirmation.
        </p>
        <p>Le mot de passe compte au moins 6 caractères, avec une majuscule, une minuscule et un chiffre.</p>
        <h2 id="roles">Qui est qui</h2>
        <ul>
          <li>
            <strong>Représentant de la structure</strong> : la personne responsable de la structure d’accueil.
          </li>
          <li>
            <strong>Administrateur</strong> : responsable de l’action et référent du service sanitaire dans la structure. Il dépose les offres et
            reçoit les messages.
          </li>
          <li>
            <strong>Référent de proximité</strong> : encadre les étudiants pendant le stage. Il se précise offre par offre.
          </li>
        </ul>
        <p>Une même personne peut tenir les trois rôles.</p>
        <h2 id="offre">Décrire l’offre</h2>
        <ul>
          <li>Le titre est facultatif : sans titre, l’offre porte le nom de ses thèmes.</li>
          <li>Thème « À définir » : les étudiants mènent eux-mêmes une enquête de besoin.</li>
          <li>Les places sont le nombre total d’étudiants que vous pouvez accueillir sur cette offre.</li>
          <li>La description aide les étudiants à comprendre l’action.</li>
          <li>L’hébergement et la restauration comptent beaucoup si vous êtes loin des établissements de formation.</li>
        </ul>
        <h2 id="periode">Indiquer les périodes</h2>
        <p>
          Choisissez d’abord les mois, puis les demi-journées de la semaine. La case placée sous le nom d’un mois coche toute sa semaine : il ne
          reste qu’à retirer vos indisponibilités, le mercredi ou le week-end par exemple.
        </p>
        <h2 id="soumettre">Vérifier et soumettre</h2>
        <p>
          La dernière page montre toute l’offre, avec un lien « Modifier » par rubrique. « Publier dès la validation » est coché : l’offre sera
          visible sans autre démarche. Décochez la case si vous préférez la publier vous-même plus tard.
        </p>
        <h2 id="suivre">Suivre et modifier</h2>
        <p>
          « Mes offres » montre où en est chacune : en attente de validation, validée, correction demandée ou refusée ; publiée ou non. Si une
          offre n’est pas visible, une phrase dit pourquoi.
        </p>
        <p>
          Vous pouvez modifier une offre validée. Avant d’enregistrer, le portail dit quels changements attendront une validation ; la version
          validée reste visible entre-temps. Évitez les changements importants une fois que les établissements ont fait leurs choix.
        </p>
        <h2 id="contact">Une question</h2>
        <p>
          Écrivez à <a href={`mailto:${env.agency.contactAddress}`}>{env.agency.contactAddress}</a>.
        </p>
      </Prose>
    </Page>
  );
}
