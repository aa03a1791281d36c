import { Link } from "@/components/ui/link";
import { Shot } from "../shot";

export function SavingTopic() {
  return (
    <>
      <p>
        Tout ce que vous tapez dans une offre s’enregistre seul, une seconde après la dernière
        touche. L’heure apparaît sous les boutons : « Enregistré à 14:05 ». Rien n’est transmis à
        l’agence avant « Soumettre l’offre ».
      </p>
      <Shot name="enregistre" />
      <ul>
        <li>
          <strong>Vous vous arrêtez ?</strong> Cliquez sur « Enregistrer et finir plus tard », ou
          fermez simplement la page. Le brouillon vous attend dans{" "}
          <Link href="/espace/offres">Mes offres</Link>.
        </li>
        <li>
          <strong>La connexion est coupée ?</strong> Continuez : votre saisie est gardée dans ce
          navigateur et part dès que la connexion revient.
        </li>
        <li>
          <strong>Votre session se termine ?</strong> Cliquez sur « Me reconnecter » : vous
          retrouvez votre saisie sur la page.
        </li>
        <li>
          <strong>Deux onglets, ou un collègue sur la même offre ?</strong> Le portail montre ce qui
          diffère entre les deux versions et vous laisse choisir. Rien n’est remplacé sans votre
          accord.
        </li>
      </ul>
      <p>
        En haut du formulaire, les étapes disent ce qu’il reste à faire : « Complète », « 2 réponses
        à compléter », « Pas commencée ». Si votre navigateur bloque JavaScript, l’enregistrement
        automatique ne fonctionne pas : utilisez les boutons en bas de page.
      </p>
    </>
  );
}
