import { renewalAnswerLabels } from "@/lib/offer/renewal/labels";
import { maybeDays } from "@/lib/offer/renewal/rules";
import { quoted } from "@/lib/platform/values/french";

export function RenewalTopic() {
  return (
    <>
      <h3>Dupliquer</h3>
      <p>
        Pour une offre qui ressemble à une autre : « Plus d’actions », puis « Dupliquer ». Un
        nouveau brouillon s’ouvre, déjà rempli, documents compris. L’offre de départ ne change pas.
      </p>
      <h3>Renouveler pour la campagne suivante</h3>
      <p>
        Une campagne va du 1er septembre au 31 août. Pour reprendre l’an prochain une offre qui a
        été validée, inutile de tout ressaisir : « Plus d’actions », puis « Renouveler pour… ».
        L’offre de la campagne suivante est prête ; il reste à la relire, à changer ce qui doit
        l’être et à la soumettre.
      </p>
      <p>
        À partir du 1er mai, l’accueil de votre espace le propose, et un mail vous pose la question.
        Suivez le lien de votre réponse et confirmez-la, sans vous connecter :{" "}
        {quoted(renewalAnswerLabels.yes)} prépare l’offre sans rien publier,{" "}
        {quoted(renewalAnswerLabels.maybe)} repousse la question de {maybeDays / 7} semaines,
        jusqu’à fin août, {quoted(renewalAnswerLabels.no)} y met fin pour cette campagne.
      </p>
      <p>
        Une offre créée à partir de juin compte déjà pour la campagne qui commence en septembre.
      </p>
    </>
  );
}
