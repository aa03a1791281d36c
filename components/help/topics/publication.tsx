import { Link } from "@/components/ui/link";
import { trashDays } from "@/lib/offer/lifecycle/trash";

export function PublicationTopic() {
  return (
    <>
      <p>
        Ces boutons sont sur la carte de chaque offre, dans{" "}
        <Link href="/espace/offres">Mes offres</Link>, et sur sa page. Vous ne voyez que ceux qui
        servent à ce moment-là.
      </p>
      <h3>Publier et dépublier</h3>
      <p>
        « Publier » met en ligne une offre validée ; « Dépublier » la retire du catalogue, autant de
        fois que vous voulez, sans nouvelle validation. Pendant que l’agence examine l’offre,
        « Publier » demande qu’elle paraisse dès la validation, et « Ne pas publier dès la
        validation » y renonce.
      </p>
      <h3 id="pause">Mettre en pause</h3>
      <p>
        Pour une absence ou un service complet : « Plus d’actions », puis « Mettre en pause ».
        Choisissez le jour du retour, dans un an au plus. Ce jour-là, l’offre revient seule dans le
        catalogue. « Remettre en ligne » la ramène plus tôt.
      </p>
      <h3 id="archiver">Archiver</h3>
      <p>
        Une offre qui ne sert plus, mais que vous voulez garder : « Plus d’actions », puis
        « Archiver ». Elle quitte le catalogue et passe dans l’onglet « Archivées ». « Sortir des
        archives » la ramène ; il faut alors la publier de nouveau. Une offre qui attend sa
        validation ne s’archive pas.
      </p>
      <h3 id="supprimer">Supprimer</h3>
      <p>
        « Supprimer » demande d’abord une confirmation. Un clic de trop ? « Annuler la suppression »
        apparaît aussitôt. Ensuite, l’offre reste {trashDays} jours dans l’onglet « Corbeille », où
        « Rétablir » la ramène. Passé ce délai, elle est effacée avec ses documents.
      </p>
    </>
  );
}
