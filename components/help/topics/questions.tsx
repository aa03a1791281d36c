import { Link } from "@/components/ui/link";
import { validationLabels } from "@/lib/offer/lifecycle/labels";

export function QuestionsTopic() {
  return (
    <>
      <h3>… le message de confirmation</h3>
      <p>
        Regardez dans les courriers indésirables. Puis, connecté, cliquez sur « Renvoyer le message
        de confirmation » en haut de votre espace. L’adresse est mal écrite ? Changez-la dans{" "}
        <Link href="/espace/profil">Mon profil</Link>.
      </p>
      <h3>… mon mot de passe</h3>
      <p>
        <Link href="/mot-de-passe">Mot de passe oublié</Link> vous en fait choisir un autre. C’est
        aussi la solution quand le portail dit « Trop d’essais ».
      </p>
      <h3>… ce que j’avais saisi</h3>
      <p>
        Une offre commencée est un brouillon dans <Link href="/espace/offres">Mes offres</Link> :
        cliquez sur « Continuer ». Si la connexion était coupée, rouvrez la page sur le même
        ordinateur, avec le même navigateur.
      </p>
      <h3>… une offre dans « Mes offres »</h3>
      <p>Elle est sans doute dans l’onglet « Archivées » ou « Corbeille », en haut de la page.</p>
      <h3>… mon offre dans le catalogue</h3>
      <p>
        La phrase sur sa carte dit pourquoi : pas encore validée, pas publiée, en pause, archivée,
        ou votre adresse reste à <Link href="/aide#confirmation">confirmer</Link>.
      </p>
      <h3>… le bouton « Publier »</h3>
      <p>
        Il n’apparaît pas sur un brouillon ni sur une correction demandée : allez d’abord jusqu’à
        « Soumettre l’offre », où la case « Publier dès la validation » le remplace. Une offre déjà
        publiée porte « Dépublier ».
      </p>
      <h3>… le bouton « Éditer »</h3>
      <p>
        Sur un brouillon ou une correction, il s’appelle « Continuer ». Il disparaît d’une offre
        archivée (sortez-la des archives) et d’une offre portant « {validationLabels.refused} ».
      </p>
      <h3>… ma commune</h3>
      <p>
        Vérifiez les cinq chiffres du code postal : la liste des communes en dépend. Sans
        JavaScript, elle se remplit quand vous continuez.
      </p>
      <h3>… le thème ou le type qui convient</h3>
      <p>
        Prenez le plus proche, et précisez dans la description. L’agence tient ces listes :
        dites-lui ce qui y manque.
      </p>
      <h3>… un fichier que j’ai joint</h3>
      <p>
        Un message sous « Documents » dit pourquoi il n’a pas été pris : trop lourd, d’un autre
        format, protégé par un mot de passe, ou contenant des macros. Le plus simple est de
        l’enregistrer en PDF.
      </p>
      <h3>… de quoi inviter un collègue</h3>
      <p>
        Seul un administrateur de la structure invite. La page{" "}
        <Link href="/espace/collegues">Collègues</Link> dit qui l’est.
      </p>
    </>
  );
}
