import { Link } from "@/components/ui/link";
import { sessionLifetime } from "@/lib/platform/access/session-lifetime";

export function ProfileTopic() {
  return (
    <>
      <p>
        <Link href="/espace/profil">Mon profil</Link> rassemble ce qui concerne votre structure et
        vous.
      </p>
      <ul>
        <li>
          <strong>Structure</strong> : un administrateur corrige le nom, l’adresse, le type ou le
          représentant. Vos offres publiées montrent le nouveau nom aussitôt, sans validation.
        </li>
        <li>
          <strong>Mot de passe</strong> : en changer ferme vos autres sessions, et un message vous
          le confirme.
        </li>
        <li>
          <strong>Adresse email</strong> : la nouvelle adresse reçoit un lien valable 24 heures,
          l’ancienne est prévenue. Rien ne change avant que vous ayez confirmé sur la page du lien.
        </li>
        <li>
          <strong>Messages</strong> : choisissez ceux que vous voulez recevoir (voyez{" "}
          <a href="#messages">la liste</a>).
        </li>
        <li>
          <strong>Sessions</strong> : les navigateurs où vous êtes connecté. Une connexion dure{" "}
          {sessionLifetime / 24 / 3600} jours. Sur un ordinateur partagé, cliquez sur « Me
          déconnecter » en partant ; « Déconnecter partout ailleurs » ferme les sessions oubliées.
        </li>
        <li>
          <strong>Mes données</strong> : « Télécharger mes données » donne dans un fichier votre
          compte et votre structure, vos connexions, ce que vous avez fait, la liste des mails
          reçus, les offres que vous suivez, et les alertes, messages et signalements de votre
          adresse. Les documents se téléchargent avec leur offre.
        </li>
      </ul>
      <h3 id="fermer">Fermer votre compte</h3>
      <p>
        C’est définitif : vos informations personnelles sont effacées. Un collègue reprend vos
        offres ; si vous êtes la dernière personne de la structure, elle est fermée et ses offres
        sont supprimées. Avant de confirmer, la page dit précisément ce qui se passera. Seul
        administrateur parmi des collègues, confiez d’abord votre rôle.
      </p>
    </>
  );
}
