import { Link } from "@/components/ui/link";
import { publicationLabels } from "@/lib/offer/lifecycle/labels";
import { quoted } from "@/lib/platform/values/french";
import { Shot } from "../shot";

export function SubmissionTopic() {
  return (
    <>
      <p>
        La troisième page montre toute l’offre. Relisez-la ; le lien « Modifier » de chaque rubrique
        y ramène, puis vous revenez ici. S’il manque quelque chose, un encadré rouge le dit, avec un
        lien « Compléter ».
      </p>
      <p>
        <strong>« Publier dès la validation »</strong> est déjà coché. Laissez-le ainsi : l’offre
        sera visible dès que l’agence l’aura validée, sans autre démarche. Si vous le décochez, ce
        sera à vous de la <Link href="/aide/apres-le-depot#publier">publier</Link> le moment venu.
      </p>
      <Shot name="verification" />
      <p>
        Cliquez sur « Soumettre l’offre » : elle part à l’agence. Un accusé de réception part à la
        personne qui a déposé l’offre, si elle le souhaite. L’offre porte la mention{" "}
        {quoted(publicationLabels.onApproval)} ou {quoted(publicationLabels.unpublished)}, selon
        votre choix.
      </p>
      <p>
        Vous pouvez encore modifier une offre qui attend sa validation : la version que vous
        soumettez à nouveau remplace la précédente.
      </p>
    </>
  );
}
